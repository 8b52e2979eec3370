using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Standards.Core;
using Standards.Simulator.Output;

namespace Standards.Simulator.Drills;

/// <summary>Questions with their answers for other programs: one JSON object a line, texts in both languages.</summary>
internal static class DrillJson
{
    public static void Write(Stream stream, DrillMaterial material, IReadOnlyList<DrillQuestion> questions, ulong seed)
    {
        using var lines = new JsonLines(stream);
        foreach (var (index, question) in questions.Index())
        {
            lines.Write(question, (json, q) =>
            {
                json.WriteNumber("number"u8, index + 1);
                json.WriteNumber("seed"u8, seed);
                json.WriteString("kind"u8, DrillKinds.NameOf(q.Kind));
                json.WriteString("norm"u8, q.Norm.Id);
                JsonLines.WriteText(json, "title", q.Norm.Title);
                json.WriteString("severity"u8, VerdictNames.Of(q.Norm.Severity));
                json.WriteString("pack"u8, q.Norm.Pack.Label);
                JsonLines.WriteText(json, "setting", q.Setting);
                Transcript(json, material, q);
                JsonLines.WriteText(json, "prompt", q.Prompt);
                Answer(json, q);
                Texts(json, "why", q.Why);
                Clauses(json, q);
            });
        }
    }

    private static void Transcript(Utf8JsonWriter json, DrillMaterial material, DrillQuestion question)
    {
        var zone = question.Norm.Pack.Calendar.Zone;
        var (wording, instants) = (new EventWording(material, zone), new InstantText(zone));
        json.WriteStartArray("transcript"u8);
        for (var i = 0; i < question.Events.Length; i++)
        {
            var item = question.Events[i];
            json.WriteStartObject();
            if (DrillMaterial.LineOf(question.Events, i) is > 0 and var line)
            {
                json.WriteNumber("line"u8, line);
                json.WriteString("at"u8, instants.Full(item.At));
            }

            json.WriteString("act"u8, item.Act);
            if (item.Role is not null)
                json.WriteString("role"u8, item.Role);
            JsonLines.WriteText(json, "text", wording.Of(item));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Answer(Utf8JsonWriter json, DrillQuestion question)
    {
        switch (question)
        {
            case DrillQuestion.Choice choice:
                json.WriteStartArray("choices"u8);
                foreach (var item in choice.Choices)
                {
                    json.WriteStartObject();
                    json.WriteString("subject"u8, item.Subject);
                    JsonLines.WriteText(json, "text", item.Text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteString("answer"u8, choice.Choices[choice.Right].Subject);
                break;
            case DrillQuestion.Remaining remaining:
                var instants = new InstantText(question.Norm.Pack.Calendar.Zone);
                json.WriteString("now"u8, instants.Full(remaining.Now));
                json.WriteString("due"u8, instants.Full(remaining.Due));
                json.WriteString("answer"u8, remaining.IsLate ? "late" : remaining.Left.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + "s");
                break;
            case DrillQuestion.Wording wording:
                JsonLines.WriteList(json, "answer", wording.Phrases.Select(p => p.Text));
                break;
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<LocalizedText> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStartObject();
            json.WriteString("zh"u8, text.Zh);
            json.WriteString("en"u8, text.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Clauses(Utf8JsonWriter json, DrillQuestion question)
    {
        json.WriteStartArray("clauses"u8);
        foreach (var clause in DrillText.Clauses(question.Norm))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, clause.Id);
            JsonLines.WriteText(json, "text", clause.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
