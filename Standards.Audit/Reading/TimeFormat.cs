using System.Text;

namespace Standards.Audit.Reading;

/// <summary>Custom formats of times.</summary>
internal static class TimeFormat
{
    /// <summary>The letters of a format that stand for parts of a time: what is quoted or escaped stands for itself.</summary>
    public static string WithoutLiterals(string format)
    {
        var plain = new StringBuilder(format.Length);
        var quote = '\0';
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"')
                quote = c;
            else if (c == '\\')
                i++;
            else
                plain.Append(c);
        }

        return plain.ToString();
    }
}
