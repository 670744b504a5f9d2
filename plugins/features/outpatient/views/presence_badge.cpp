#include "outpatient/views/presence_badge.h"

#include "sdk/desk.h"
#include "ui/widgets/plain_tool_tip.h"

namespace simiao::outpatient {

namespace {

const auto kWriting = QStringLiteral("note.write");

} // namespace

PresenceBadge::PresenceBadge(sdk::Visit *visit, QWidget *parent)
    : Badge(ui::Severity::Neutral, {}, parent)
    , m_visit(visit)
    , m_presence(workflow::presenceOf(*visit->desk()->context().store->changes()))
    , m_subject(visit->record().encounter.id.uuid)
{
    setObjectName(QStringLiteral("consult.presence"));
    setVisible(false);
    if (!m_presence || !visit->isEditable())
        return;
    m_presence->watch(m_subject);
    connect(m_presence, &workflow::Presence::changed, this, [this](const Uuid &subject) {
        if (subject == m_subject)
            showOthers();
    });
    for (const auto signal :
         {&sdk::Visit::diagnosesChanged, &sdk::Visit::medicationsChanged, &sdk::Visit::orderTextChanged})
        connect(visit, signal, this, &PresenceBadge::announce);
    connect(visit, &sdk::Visit::sectionChanged, this, &PresenceBadge::announce);
    connect(visit, &sdk::Visit::editableChanged, this, &PresenceBadge::withdraw);
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &PresenceBadge::showOthers);
    if (!visit->draft().isEmpty())
        announce();
    showOthers();
}

PresenceBadge::~PresenceBadge()
{
    withdraw();
}

void PresenceBadge::announce()
{
    if (m_isAnnounced || !m_presence || !m_visit->isEditable())
        return;
    m_isAnnounced = true;
    const auto session = m_visit->desk()->context().session;
    m_presence->announce({m_subject, session.account, session.workstation, kWriting});
}

void PresenceBadge::withdraw()
{
    if (m_presence) {
        m_presence->unwatch(m_subject);
        if (m_isAnnounced)
            m_presence->withdraw(m_subject);
        m_presence->disconnect(this);
    }
    m_presence.clear();
    setVisible(false);
}

void PresenceBadge::showOthers()
{
    auto others = m_presence ? m_presence->others(m_subject) : std::vector<workflow::Present>{};
    // The lease of the same person here is that of a program that crashed.
    const auto session = m_visit->desk()->context().session;
    std::erase_if(others, [&session](const workflow::Present &other) {
        return other.account == session.account && other.workstation == session.workstation;
    });
    QStringList sentences; // the line has room for who; where stands in the tool tip
    QStringList places;
    for (const auto &other : others) {
        const QString name = other.name.in(m_visit->desk()->locale().name());
        const QString who = tr("Dr %1 is writing here").arg(name);
        const QString where =
            other.workstation.isEmpty() ? who : tr("Dr %1 is writing here (%2)").arg(name, other.workstation);
        sentences.append(other.account == session.account ? where : who);
        places.append(where);
    }
    setBadge(ui::Severity::Note, sentences.join(QStringLiteral(" · ")));
    places.append(tr("Both may sign; who signs second sees both versions."));
    setToolTip(ui::plainToolTip(places.join(u'\n')));
    setVisible(!others.empty());
}

} // namespace simiao::outpatient
