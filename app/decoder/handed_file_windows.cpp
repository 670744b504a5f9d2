#include "decoder/handed_file_windows.h"

#include <algorithm>

namespace simiao::decoder {

namespace {

constexpr qint64 kMostAtOnce = qint64{1} << 30;

} // namespace

HandedFile::HandedFile(dicom::Handle file)
    : m_file(std::move(file))
{
    LARGE_INTEGER size{};
    if (GetFileSizeEx(m_file.get(), &size))
        m_size = size.QuadPart;
    open(QIODevice::ReadOnly);
}

qint64 HandedFile::readData(char *data, qint64 size)
{
    // pos() is where QIODevice wants to read: its buffer has been emptied before.
    ULARGE_INTEGER from{};
    from.QuadPart = static_cast<ULONGLONG>(pos());
    OVERLAPPED place{};
    place.Offset = from.LowPart;
    place.OffsetHigh = from.HighPart;
    DWORD count = 0;
    if (!ReadFile(m_file.get(), data, static_cast<DWORD>(std::min(size, kMostAtOnce)), &count, &place))
        return GetLastError() == ERROR_HANDLE_EOF ? 0 : -1;
    return count;
}

} // namespace simiao::decoder
