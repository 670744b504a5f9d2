#include "imaging/views/character_line.h"

#include "imaging/models/character_words.h"

#include <QEvent>
#include <QVBoxLayout>

namespace simiao::viewer {

CharacterLine::CharacterLine(StudyCharacters *characters, QWidget *parent)
    : QWidget(parent)
    , m_characters(characters)
    , m_line(new ui::NoticeLine)
{
    constexpr int kAir = 4;
    setObjectName(QStringLiteral("imaging.characterLine"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(kAir, kAir, kAir, kAir);
    box->addWidget(m_line);
    connect(m_line, &ui::NoticeLine::triggered, this, &CharacterLine::act);
    connect(characters, &StudyCharacters::changed, this, &CharacterLine::follow);
    follow();
}

void CharacterLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_line->setNotice(notice());
}

void CharacterLine::follow()
{
    const auto current = notice();
    if (current != m_line->notice())
        m_line->setNotice(current);
    setVisible(!current.lead.isEmpty());
}

ui::Notice CharacterLine::notice() const
{
    const auto unread = unreadText();
    if (const auto *change = m_characters->change()) {
        const auto text = change->after.isEmpty()
            ? tr("The names of this study are read as its files say.")
            : tr("The names of this study are read as %1, by everybody who opens it.")
                  .arg(charactersName(change->after));
        return {unread.isEmpty() ? ui::Severity::Ok : ui::Severity::Warn,
                tr("Characters"),
                unread.isEmpty() ? text : text + u' ' + unread,
                tr("The files stay as they are."),
                {tr("Undo"), tr("Close")}};
    }
    if (!unread.isEmpty())
        return {ui::Severity::Warn, tr("Misread names"), unread, {}, {}};
    if (const auto *suspicion = m_characters->suspicion()) {
        const auto declared = suspicion->declared.isEmpty()
            ? tr("The files do not say how names are written, and they look like %1: %2")
                  .arg(charactersName(suspicion->likelier), suspicion->name)
            : tr("The files say %1, and the names look like %2: %3")
                  .arg(suspicion->declared, charactersName(suspicion->likelier), suspicion->name);
        return {ui::Severity::Note,
                tr("Misread names"),
                declared,
                {},
                {tr("Read as %1").arg(charactersName(suspicion->likelier)), tr("Choose…"), tr("Not now")}};
    }
    return {};
}

/// Which of the names on the screen are not as chosen; empty: all are.
QString CharacterLine::unreadText() const
{
    const int count = m_characters->unread();
    return count == 0
        ? QString()
        : tr("Not read so: %n series, with the names that the files declare. Look whether these "
             "files are there and whole.",
             nullptr, count);
}

void CharacterLine::act(int action)
{
    if (m_characters->change())
        return action == 0 ? m_characters->undo() : m_characters->dismissChange();
    const auto *suspicion = m_characters->suspicion();
    if (!suspicion)
        return;
    if (action == 0)
        m_characters->choose(QString(suspicion->likelier));
    else if (action == 1)
        Q_EMIT listWanted();
    else
        m_characters->dismissSuspicion();
}

} // namespace simiao::viewer
