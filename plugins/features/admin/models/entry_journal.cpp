#include "admin/models/entry_journal.h"

namespace simiao::admin {

using Field = AccountEntry::Field;

namespace {

const auto kPrefix = QStringLiteral("admin.account.");
const auto kRoles = QStringLiteral("admin.account.roles");

} // namespace

EntryJournal::EntryJournal(sdk::Desk *desk)
    : m_desk(desk)
    , m_draft(desk->context().newCommand())
{
}

AccountEntry EntryJournal::unfinished()
{
    AccountEntry entry;
    for (const auto &draft : m_desk->drafts()->drafts()) {
        for (const auto &kept : m_desk->drafts()->entriesOf(draft)) {
            if (!kept.field.startsWith(kPrefix))
                continue;
            m_draft = draft;
            if (kept.field == kRoles)
                entry.roles = kept.text.split(QLatin1Char(','), Qt::SkipEmptyParts);
            else if (const auto field = fromCode<Field>(kept.field.mid(kPrefix.size())))
                entry.texts.insert(*field, kept.text);
        }
    }
    return entry;
}

void EntryJournal::record(Field field, const QString &text)
{
    if (field != Field::Password)
        m_desk->drafts()->record({m_draft, {}, kPrefix + codeOf(field), text});
}

void EntryJournal::recordRoles(const QStringList &roles)
{
    m_desk->drafts()->record({m_draft, {}, kRoles, roles.join(QLatin1Char(','))});
}

void EntryJournal::discard()
{
    m_desk->drafts()->discard(m_draft);
    m_draft = m_desk->context().newCommand();
}

} // namespace simiao::admin
