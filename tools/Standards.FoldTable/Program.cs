using System.Globalization;
using System.Text;
using Icu;
using Standards.FoldTable;

if (args is not [var output])
{
    Console.Error.WriteLine("usage: Standards.FoldTable OUTPUT.g.cs");
    return 2;
}

Wrapper.Init();
using var simplify = Transliterator.CreateInstance("Traditional-Simplified");
var folding = new Folding(text => simplify.Transliterate(text));
var table = FoldTableText.Of(folding, Wrapper.UnicodeVersion.ToString(CultureInfo.InvariantCulture));
File.WriteAllText(output, table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
return 0;
