using System.Collections.Immutable;
using CsvHelper;
using Standards.Audit.Diagnostics;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Reading;

/// <summary>The row at a reader as events: all of them, or, where anything in it is wrong, none. Not thread-safe.</summary>
internal sealed class CsvRowReader(CsvReader row, BoundMapping mapping, CellValues values, EventNames names)
{
    private readonly UnknownNames _unknown = new(names);
    private readonly Utf8Table _cases = new();
    private readonly List<ulong> _factsOfCases = [];
    private ulong? _newFacts;
    private int _process;
    private (int Start, int Length) _case;

    /// <summary>Appends the events of the row, or says what is wrong with it.</summary>
    public LineFault? Read(LogBlock block)
    {
        var events = block.Batch.Count;
        var data = block.Batch.DataCount;
        var length = block.Length;
        _newFacts = null;
        var fault = ReadCase(block) ?? ReadEvents(block);
        if (fault is null)
        {
            KeepFacts(block);
            return null;
        }

        block.Batch.Count = events;
        block.Batch.DataCount = data;
        block.Length = length;
        return fault;
    }

    private LineFault? ReadCase(LogBlock block)
    {
        var id = mapping.Case.Text(row);
        if (id.IsEmpty)
            return Missing("case");
        if (CellValues.Undecodable(id) is { } fault)
            return fault;
        if (block.Length + id.Length > block.Capacity)
            block.Grow(Math.Max(block.Capacity * 2, block.Length + id.Length));
        id.CopyTo(block.Buffer.AsSpan(block.Length));
        _case = (block.Length, id.Length);
        block.Length += id.Length;

        var process = mapping.Process is { } cell ? cell.Text(row) : default;
        _process = process.IsEmpty ? -1 : names.Processes.Find(process) is >= 0 and var known ? known : -2;
        if (_process == -2)
            _unknown.ReportProcess(process, block, row.LineNumber);
        return null;
    }

    private LineFault? ReadEvents(LogBlock block)
    {
        var first = true;
        foreach (var mapped in mapping.Events)
        {
            if (!Applies(mapped))
                continue;
            var time = mapped.At.Text(row);
            if (time.IsEmpty)
            {
                if (mapped.Optional)
                    continue;
                return Missing("at");
            }

            var fault = values.Times.TryRead(time, out var at);
            if (fault is null && first)
                fault = StateFacts(block, at);
            fault ??= ReadEvent(mapped, at, block);
            if (fault is not null)
                return fault;
            first = false;
        }

        return null;
    }

    private bool Applies(BoundEvent mapped)
    {
        foreach (var condition in mapped.When)
        {
            if (!condition.Holds(row))
                return false;
        }

        return true;
    }

    private LineFault? ReadEvent(BoundEvent mapped, long at, LogBlock block)
    {
        var actName = mapped.Act.Text(row);
        if (actName.IsEmpty)
            return Missing("act");
        var act = names.Acts.Find(actName);
        if (act < 0)
            _unknown.ReportAct(actName, block, row.LineNumber);
        var dataStart = block.Batch.DataCount;
        string? actor = null, say = null;
        var fault = TryText(mapped.Role, out var role);
        if (names.Schema.NeedsActor)
            fault ??= TryText(mapped.Actor, out actor);
        if (names.Schema.NeedsSay)
            fault ??= TryText(mapped.Say, out say);
        fault ??= ReadAttributes(mapped.Data, block.Batch);
        if (fault is not null)
            return fault;
        ref var record = ref AddEvent(block, at, act, dataStart);
        record.Role = role;
        record.Actor = actor;
        record.Say = say;
        return null;
    }

    /// <summary>States the facts of the case where this is its first row; later rows must not say otherwise.</summary>
    private LineFault? StateFacts(LogBlock block, long at)
    {
        if (mapping.Facts.IsEmpty)
            return null;
        var id = block.Buffer.AsSpan(_case.Start, _case.Length);
        var facts = HashOfFacts();
        var known = _cases.Find(id);
        if (known >= 0)
        {
            if (_factsOfCases[known] != facts)
                block.Report(LogDiagnostics.ConflictingFacts, row.LineNumber, 0, null, ValueConversion.Excerpt(id));
            return null;
        }

        var dataStart = block.Batch.DataCount;
        var fault = ReadAttributes(mapping.Facts, block.Batch);
        if (fault is not null)
            return fault;
        AddEvent(block, at, EventSchema.CaseFactsAct, dataStart);
        _newFacts = facts;
        return null;
    }

    private void KeepFacts(LogBlock block)
    {
        if (_newFacts is not { } facts)
            return;
        _cases.Add(block.Buffer.AsSpan(_case.Start, _case.Length));
        _factsOfCases.Add(facts);
    }

    private ulong HashOfFacts()
    {
        var hash = new FactsHash();
        foreach (var fact in mapping.Facts)
            hash.Add(fact.Cell.Text(row));
        return hash.Value;
    }

    private LineFault? ReadAttributes(ImmutableArray<BoundAttribute> attributes, EventBatch batch)
    {
        foreach (var attribute in attributes)
        {
            var text = attribute.Cell.Text(row);
            if (text.IsEmpty)
                continue;
            if (CellValues.Undecodable(text) is { } undecodable)
                return undecodable;
            if (values.TryRead(text, attribute, out var value) is { } fault)
                return fault;
            batch.AddData(new AttributeValue(attribute.Index, value));
        }

        return null;
    }

    private LineFault? TryText(BoundCell? cell, out string? text)
    {
        text = null;
        var found = cell is null ? default : cell.Text(row);
        if (found.IsEmpty)
            return null;
        if (CellValues.Undecodable(found) is { } fault)
            return fault;
        text = values.String(found);
        return null;
    }

    private ref EventRecord AddEvent(LogBlock block, long at, int act, int dataStart)
    {
        var data = block.Batch.DataCount;
        ref var record = ref block.Batch.AddEvent();
        record.At = at;
        record.Line = row.LineNumber;
        record.Act = act;
        record.Process = _process;
        (record.CaseStart, record.CaseLength) = _case;
        record.DataStart = dataStart;
        record.DataCount = data - dataStart;
        record.File = block.File;
        return ref record;
    }

    private static LineFault Missing(string field) => new(LogDiagnostics.MissingField, -1, [field], LogHelp.RequiredFields);

    /// <summary>FNV-1a over the texts and their lengths.</summary>
    private struct FactsHash()
    {
        public ulong Value { get; private set; } = 14695981039346656037;

        public void Add(ReadOnlySpan<byte> text)
        {
            foreach (var b in text)
                Value = (Value ^ b) * 1099511628211;
            Value = (Value ^ 0xFF) * 1099511628211;
        }
    }
}
