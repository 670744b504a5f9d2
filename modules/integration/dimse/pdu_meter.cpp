#include "integration/dimse/pdu_meter.h"

#include <QtEndian>

#include <algorithm>

namespace simiao::dimse {

bool PduMeter::take(std::span<const std::byte> bytes)
{
    while (!bytes.empty() && !m_isTooLong) {
        if (m_valueLeft > 0) {
            const auto step = std::min<std::uint64_t>(m_valueLeft, bytes.size());
            m_valueLeft -= step;
            bytes = bytes.subspan(std::size_t(step));
            continue;
        }
        m_header[m_headerBytes++] = bytes.front();
        bytes = bytes.subspan(1);
        if (m_headerBytes < m_header.size())
            continue;
        m_headerBytes = 0;
        m_valueLeft = qFromBigEndian<quint32>(m_header.data() + 2);
        m_isTooLong = m_valueLeft > m_largest;
        ++m_begun;
    }
    return !m_isTooLong;
}

} // namespace simiao::dimse
