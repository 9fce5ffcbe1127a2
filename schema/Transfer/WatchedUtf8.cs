using System.Text;

namespace R2P.Schema.Transfer;

/// <summary>UTF-8 that remembers whether something was none: a text may hold U+FFFD of itself.</summary>
internal sealed class WatchedUtf8 : DecoderFallback
{
    /// <summary>What stands for bytes that are no UTF-8.</summary>
    public const char Instead = '\uFFFD';

    public WatchedUtf8() => Encoding = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, this);

    public Encoding Encoding { get; }

    public bool IsBroken { get; private set; }

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Replacement(this);

    private sealed class Replacement(WatchedUtf8 owner) : DecoderFallbackBuffer
    {
        private int _left;

        public override int Remaining => _left;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.IsBroken = true;
            _left = 1;
            return true;
        }

        public override char GetNextChar() => _left-- > 0 ? Instead : '\0';

        public override bool MovePrevious() => false;

        public override void Reset() => _left = 0;
    }
}
