namespace Standards.Rules.Diagnostics;

/// <summary>The optimal string alignment distance: insert, delete, replace a character, or swap two neighbours once.</summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        var width = right.Length + 1;
        var beforeLast = new int[width];
        var last = new int[width];
        var row = new int[width];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var same = left[i - 1] == right[j - 1];
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[right.Length];
    }
}
