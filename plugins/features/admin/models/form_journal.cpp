#include "admin/models/form_journal.h"

namespace simiao::admin {

FormJournal::FormJournal(sdk::Desk *desk, const QString &prefix)
    : m_desk(desk)
    , m_prefix(prefix)
    , m_draft(desk->context().newCommand())
{
}

QMap<QString, QString> FormJournal::unfinished()
{
    QMap<QString, QString> texts;
    for (const auto &draft : m_desk->drafts()->drafts()) {
        for (const auto &kept : m_desk->drafts()->entriesOf(draft)) {
            if (!kept.field.startsWith(m_prefix))
                continue;
            m_draft = draft;
            texts.insert(kept.field.mid(m_prefix.size()), kept.text);
        }
    }
    return texts;
}

void FormJournal::record(const QString &field, const QString &text)
{
    m_desk->drafts()->record({m_draft, {}, m_prefix + field, text});
}

void FormJournal::discard()
{
    m_desk->drafts()->discard(m_draft);
    m_draft = m_desk->context().newCommand();
}

} // namespace simiao::admin
