#pragma once

#include "core/result.h"

#include <QByteArray>

#include <vector>

namespace simiao::security {

/// One sealed event as it is stored.
struct AuditLink
{
    qint64 sequence = 0; ///< from 1, without gaps
    QByteArray event;    ///< canonical JSON, UTF-8
    QByteArray previous; ///< hash of the link before; 32 zero bytes for the first
    QByteArray hash;     ///< SHA-256 over sequence, previous and event

    bool operator==(const AuditLink &) const = default;
};

/// Where the chain stood when the head file was last written.
struct AuditHead
{
    qint64 count = 0;
    QByteArray hash;

    bool operator==(const AuditHead &) const = default;
};

/// The head of an empty chain.
AuditHead emptyAuditHead();

/// The link that follows `head`.
AuditLink sealEvent(const AuditHead &head, const QByteArray &event);

/// Walks a chain link by link, so that a chain of any length is verified in constant memory.
class AuditChainCheck
{
public:
    explicit AuditChainCheck(AuditHead witnessed)
        : m_witnessed(std::move(witnessed))
    {
    }

    /// `audit.gap`, `audit.order` or `audit.edited`, with the sequence number of the first bad record in `detail`.
    Result<void> add(const AuditLink &link);

    /// After the last link: `audit.truncated` when the chain is shorter than the head file says,
    /// `audit.head-differs` when it is another chain.
    Result<void> finish() const;

    const AuditHead &head() const { return m_head; }

private:
    AuditHead m_witnessed;
    AuditHead m_head = emptyAuditHead();
    bool m_isHeadSeen = false;
};

} // namespace simiao::security
