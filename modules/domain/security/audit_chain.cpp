#include "domain/security/audit_chain.h"

#include "core/hash.h"

#include <QString>

namespace simiao::security {

namespace {

QByteArray hashOf(qint64 sequence, const QByteArray &previous, const QByteArray &event)
{
    return sha256(QByteArray::number(sequence) + ':' + previous + event);
}

Error broken(const QString &what, qint64 sequence)
{
    return {ErrorKind::Corrupt, QStringLiteral("audit.") + what, QString::number(sequence)};
}

} // namespace

AuditHead emptyAuditHead()
{
    return {0, QByteArray(32, '\0')};
}

AuditLink sealEvent(const AuditHead &head, const QByteArray &event)
{
    const qint64 sequence = head.count + 1;
    return {sequence, event, head.hash, hashOf(sequence, head.hash, event)};
}

Result<void> AuditChainCheck::add(const AuditLink &link)
{
    const qint64 expected = m_head.count + 1;
    if (link.sequence != expected)
        return broken(QStringLiteral("gap"), expected);
    if (link.previous != m_head.hash)
        return broken(QStringLiteral("order"), expected);
    if (link.hash != hashOf(link.sequence, link.previous, link.event))
        return broken(QStringLiteral("edited"), expected);
    m_head = {link.sequence, link.hash};
    if (m_head.count == m_witnessed.count)
        m_isHeadSeen = m_head == m_witnessed;
    return ok();
}

Result<void> AuditChainCheck::finish() const
{
    if (m_head.count < m_witnessed.count)
        return broken(QStringLiteral("truncated"), m_head.count + 1);
    if (m_witnessed.count > 0 && !m_isHeadSeen)
        return broken(QStringLiteral("head-differs"), m_witnessed.count);
    return ok();
}

} // namespace simiao::security
