#include "integration/dicom/worker/decoder_process.h"

#include "core/try.h"
#include "integration/dicom/worker/exchange_windows.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// From the start of the program until it is ready, on a machine that is busy.
constexpr milliseconds kStartPatience{15'000};
/// More time for larger files, up to four times.
constexpr qint64 kBytesPerPatience = qint64{64} << 20;
constexpr qint64 kMostPatience = 4;
/// Its end of the line is closed before it is gone: so long its own exit code may take.
constexpr milliseconds kEndPatience{1000};

Error missing(const QString &detail)
{
    return {.kind = ErrorKind::Unavailable, .code = u"imaging.decoder-missing"_s, .detail = detail};
}

Error crashed(const QString &detail)
{
    return {.kind = ErrorKind::Corrupt, .code = u"imaging.decoder-crashed"_s, .detail = detail};
}

/// With the prefix that lifts the limit of 260 characters and takes no name for a device.
std::wstring native(const QString &path)
{
    const auto absolute = QDir::toNativeSeparators(QDir::cleanPath(QDir().absoluteFilePath(path)));
    if (absolute.startsWith("\\\\"_L1))
        return (u"\\\\?\\UNC"_s + absolute.mid(1)).toStdWString();
    return (u"\\\\?\\"_s + absolute).toStdWString();
}

Result<Handle> openedFile(const QString &path, qint64 &size)
{
    Handle file(CreateFileW(native(path).c_str(), GENERIC_READ,
                            FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                            FILE_ATTRIBUTE_NORMAL, nullptr));
    LARGE_INTEGER length{};
    if (!file.isOpen() || GetFileType(file.get()) != FILE_TYPE_DISK || !GetFileSizeEx(file.get(), &length))
        return Error{.kind = ErrorKind::NotFound, .code = u"imaging.file-missing"_s};
    size = length.QuadPart;
    return file;
}

class WindowsDecoder : public DecoderProcess
{
public:
    explicit WindowsDecoder(std::unique_ptr<CagedChild> child)
        : m_child(std::move(child))
    {
    }

    Result<DecoderAnswer> ask(DecoderRequest request, const QString &path, milliseconds patience) override
    {
        TRY_VOID(greet());
        qint64 size = 0;
        TRY(const auto file, openedFile(path, size));
        request.serial = ++m_serial;
        const auto limit = patience * std::min(kMostPatience, 1 + size / kBytesPerPatience);
        const auto copy = exchanged(*m_child, request, file,
                                    static_cast<std::uint64_t>(imaging::FrameGeometry::kMaxByteSize), limit);
        if (!copy)
            return given(copy.error(), limit);
        const std::span all(copy->bytes.get(), copy->pixelBytes + copy->messageBytes);
        return DecoderAnswer{.pixels = {.owner = copy->bytes, .bytes = all.first(copy->pixelBytes)},
                             .message = all.subspan(copy->pixelBytes)};
    }

    Result<void> greet() override
    {
        if (!m_isRunning)
            return missing(u"it has ended"_s);
        if (m_isReady)
            return ok();
        const auto hello = greeted(*m_child, kStartPatience);
        if (!hello)
            return missing(given(hello.error(), kStartPatience).detail);
        m_isReady = true;
        m_isCaged = *hello;
        return ok();
    }

    bool isRunning() const override { return m_isRunning; }
    bool isCaged() const override { return m_isCaged; }
    void interrupt() override { m_child->line().interrupt(); }

private:
    /// Ends it, and says why.
    Error given(const FailedExchange &failure, milliseconds patience)
    {
        m_isRunning = false;
        const bool isGone = failure.why == FailedExchange::Why::Ended;
        const auto code = m_child->end(isGone ? kEndPatience : milliseconds(0));
        const auto detail = QString::fromStdString(failure.detail);
        switch (failure.why) {
        case FailedExchange::Why::Ended: break;
        case FailedExchange::Why::Late: return crashed(u"no answer within %1 ms"_s.arg(patience.count()));
        case FailedExchange::Why::Interrupted: return crashed(u"interrupted"_s);
        case FailedExchange::Why::Broken:
            return {.kind = ErrorKind::Corrupt, .code = u"imaging.decoder-answer"_s, .detail = detail};
        case FailedExchange::Why::NoMemory:
            return {.kind = ErrorKind::Unavailable, .code = u"imaging.no-memory"_s, .detail = detail};
        }
        return crashed(u"exit code 0x%1"_s.arg(code, 8, 16, QLatin1Char('0')));
    }

    std::unique_ptr<CagedChild> m_child; ///< also after it has ended: interrupt() may come any time
    std::uint32_t m_serial = 0;
    bool m_isRunning = true;
    bool m_isReady = false;
    bool m_isCaged = false;
};

} // namespace

Result<std::unique_ptr<DecoderProcess>> DecoderProcess::start(const QString &program)
{
    auto child = CagedChild::start(QDir::toNativeSeparators(program).toStdWString());
    if (!child)
        return missing(u"%1: error %2"_s.arg(program).arg(child.error()));
    return std::unique_ptr<DecoderProcess>(std::make_unique<WindowsDecoder>(*std::move(child)));
}

} // namespace simiao::dicom
