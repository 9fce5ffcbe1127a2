using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace R2P.Schema.Endpoints;

/// <summary>
/// A body that is in before anything is done with it: on a poor line it may take minutes, for which nobody holds a connection or a transaction. It lies in a
/// temporary file that no name leads to, and that is gone with its stream, however the process ends.
/// </summary>
internal static class SpooledBody
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>Reads the body to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="tooLarge">Says that it has more.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The body, from its beginning; the caller disposes it.</returns>
    public static async Task<Stream> SpoolAsync(
        this HttpRequest request, int most, Func<EndpointException> tooLarge, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
        {
            throw tooLarge();
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most + 1L;
        }

        var spooled = Open();
        try
        {
            await CopyAsync(request.Body, spooled, most, tooLarge, cancellation);
            spooled.Position = 0;
            return spooled;
        }
        catch
        {
            await spooled.DisposeAsync();
            throw;
        }
    }

    private static FileStream Open()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    private static async Task CopyAsync(Stream body, FileStream file, int most, Func<EndpointException> tooLarge, CancellationToken cancellation)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            while (await body.ReadAsync(piece, cancellation) is > 0 and var length)
            {
                if (file.Position + length > most)
                {
                    throw tooLarge();
                }

                await file.WriteAsync(piece.AsMemory(0, length), cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }
}
