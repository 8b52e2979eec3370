namespace Standards.Audit.Reading;

public sealed record LogMapping;
