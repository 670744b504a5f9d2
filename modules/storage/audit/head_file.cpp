#include "storage/audit/head_file.h"

#include "core/hash.h"
#include "core/try.h"

#include <optional>

namespace simiao::storage {

namespace {

// "count(19) hash(64) check(16)\n": text, so that people can read it.
constexpr qsizetype kCountDigits = 19;
constexpr qsizetype kHashDigits = 64;
constexpr qsizetype kCheckDigits = 16;
constexpr qsizetype kSlotBytes = kCountDigits + 1 + kHashDigits + 1 + kCheckDigits + 1;

QByteArray checkOf(const QByteArray &content)
{
    return sha256(content).toHex().first(kCheckDigits);
}

QByteArray slotText(const security::AuditHead &head)
{
    const QByteArray content =
        QByteArray::number(head.count).rightJustified(kCountDigits, '0') + ' ' + head.hash.toHex();
    return content + ' ' + checkOf(content) + '\n';
}

std::optional<security::AuditHead> parseSlot(const QByteArray &slot)
{
    const QByteArray content = slot.left(kCountDigits + 1 + kHashDigits);
    if (slot.size() != kSlotBytes || slot.mid(content.size() + 1, kCheckDigits) != checkOf(content))
        return std::nullopt;
    return security::AuditHead{content.left(kCountDigits).toLongLong(),
                               QByteArray::fromHex(content.mid(kCountDigits + 1))};
}

} // namespace

Result<void> AuditHeadFile::open()
{
    if (m_file.isOpen() || m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return ok();
    return Error{ErrorKind::Unavailable, QStringLiteral("disk.open"), m_file.errorString()};
}

Result<security::AuditHead> AuditHeadFile::read()
{
    TRY_VOID(open());
    m_file.seek(0);
    const QByteArray bytes = m_file.readAll();
    if (bytes.isEmpty())
        return security::emptyAuditHead();
    std::optional<security::AuditHead> best;
    for (const auto offset : {qsizetype(0), kSlotBytes}) {
        const auto head = parseSlot(bytes.mid(offset, kSlotBytes));
        if (head && (!best || head->count > best->count))
            best = head;
    }
    if (!best)
        return Error{ErrorKind::Corrupt, QStringLiteral("audit.head-unreadable"), m_file.fileName()};
    return *best;
}

Result<void> AuditHeadFile::write(const security::AuditHead &head)
{
    TRY_VOID(open());
    const bool isWritten =
        m_file.seek((head.count % 2) * kSlotBytes) && m_file.write(slotText(head)) == kSlotBytes;
    if (!isWritten)
        return Error{ErrorKind::Unavailable, QStringLiteral("disk.write"), m_file.errorString()};
    return ok();
}

} // namespace simiao::storage
