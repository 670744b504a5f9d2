#include "decoder/handed_file.h"

#include <unistd.h>

#include <algorithm>

namespace simiao::decoder {

HandedFile::HandedFile(dicom::Descriptor file)
    : m_file(std::move(file))
    , m_size(std::max<qint64>(lseek(m_file.number(), 0, SEEK_END), 0))
{
    open(QIODevice::ReadOnly);
}

qint64 HandedFile::readData(char *data, qint64 size)
{
    // pos() is where QIODevice wants to read: its buffer has been emptied before.
    const auto count = pread(m_file.number(), data, static_cast<std::size_t>(size), pos());
    return count < 0 ? -1 : count;
}

} // namespace simiao::decoder
