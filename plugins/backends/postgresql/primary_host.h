#pragma once

#include <QtGlobal>

#include <atomic>

namespace simiao::postgresql {

/// Which of the hosts of an address takes writes, as the last session of one's own has found it. A pooler cannot say: it keeps
/// desks waiting for a server that is gone, and does not know that another took its place.
/// \thread  any
class PrimaryHost
{
public:
    /// What was found: another each time, also where the host is the same; 0 is nothing yet.
    using Finding = quint64;

    /// \param host  its place in the address, from 0
    void found(qsizetype host)
    {
        auto before = m_finding.load();
        while (!m_finding.compare_exchange_weak(before,
                                                ((before >> kHostBits) + 1) << kHostBits | Finding(host))) {}
    }
    Finding last() const { return m_finding; }
    static qsizetype hostIn(Finding finding) { return qsizetype(finding & ((1U << kHostBits) - 1)); }

private:
    static constexpr int kHostBits = 8;

    std::atomic<Finding> m_finding{0};
};

} // namespace simiao::postgresql
