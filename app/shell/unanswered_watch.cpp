#include "shell/unanswered_watch.h"

#include "sdk/chart_opener.h"
#include "shell/bar_button.h"
#include "shell/command_registry.h"
#include "shell/desk_switch.h"
#include "shell/session_desk.h"

#include <QCoroTask>
#include <QDateTime>

#include <algorithm>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kNotStored = "shell.unanswered"_L1;
constexpr auto kStored = "shell.unanswered.stored"_L1;

QString nameAndNumber(const administration::Patient &patient)
{
    return patient.name + u' ' + patient.mrn;
}

QString forMenu(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

QString idsOf(const std::vector<workflow::UnansweredSave> &saves)
{
    QStringList ids;
    for (const auto &save : saves)
        ids.append(save.command.toString());
    return ids.join(u' ');
}

} // namespace

UnansweredWatch::UnansweredWatch(SessionDesk *desk, DeskSwitch *desks, BarButton *button, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_desks(desks)
    , m_button(button)
    , m_saves(workflow::unansweredSavesOf(*desk->context().store->changes()))
    , m_show(new QAction(this))
{
    m_button->hide();
    m_button->setMenu(&m_menu);
    m_show->setObjectName(kNotStored);
    connect(m_show, &QAction::triggered, m_button, &QToolButton::showMenu);
    connect(&m_menu, &QMenu::aboutToShow, this, &UnansweredWatch::fillMenu);
    connect(desk, &SessionDesk::patientShown, this, [this](const std::optional<sdk::BannerPatient> &shown) {
        if (shown) // a server that is away cannot be asked for the name later
            m_names.insert_or_assign(shown->patient.id, nameAndNumber(shown->patient));
    });
    if (m_saves)
        connect(m_saves, &workflow::UnansweredSaves::changed, this, &UnansweredWatch::show);
}

void UnansweredWatch::offer(CommandRegistry *commands, QWidget *window)
{
    commands->add(m_show->objectName(), m_show);
    window->addAction(m_show);
}

void UnansweredWatch::translate()
{
    m_show->setText(tr("Saves without answer"));
    show();
}

std::vector<UnansweredWatch::Save> UnansweredWatch::ofFate(Save::Fate fate) const
{
    std::vector<Save> found;
    if (!m_saves)
        return found;
    std::ranges::copy_if(m_saves->all(), std::back_inserter(found), [&](const Save &save) {
        return save.person == m_desk->session().account && save.fate == fate;
    });
    return found;
}

void UnansweredWatch::show()
{
    const auto waiting = ofFate(Save::Fate::Waiting);
    const auto notStored = ofFate(Save::Fate::NotStored);
    QStringList said;
    if (!notStored.empty())
        said.append(tr("Not stored: %1").arg(notStored.size()));
    if (!waiting.empty())
        said.append(
            tr("Saves without answer: %1, since %2").arg(waiting.size()).arg(timeOf(waiting.front().since)));
    m_button->setText(said.join(" · "_L1));
    m_button->setPurpose(tr("Server"));
    m_button->setSeverity(notStored.empty() ? ui::Severity::Warn : ui::Severity::Block);
    m_button->setVisible(!said.isEmpty());
    m_button->updateGeometry();
    m_show->setEnabled(!said.isEmpty());
    learnNames();
    if (waiting.empty() && m_saves && !m_saves->all().empty())
        Q_EMIT allAnswered();
    tellNotStored();
    tellStored();
}

void UnansweredWatch::tellNotStored()
{
    const auto saves = ofFate(Save::Fate::NotStored);
    if (saves.empty())
        return m_desk->withdrawNotification(kNotStored);
    m_desk->postNotification(
        {kNotStored, ui::Severity::Block,
         tr("Not stored, and never will be: %1. What was typed is kept: open the chart from the top of the "
            "window and do it again.")
             .arg(listed(saves)),
         m_show->objectName(), idsOf(saves)});
}

/// Once told it is over: the record shows it.
void UnansweredWatch::tellStored()
{
    const auto saves = ofFate(Save::Fate::Stored);
    if (saves.empty())
        return;
    m_desk->postNotification({kStored,
                              ui::Severity::Ok,
                              tr("Stored after all: %1. It need not be done again.").arg(listed(saves)),
                              {},
                              idsOf(saves)});
    for (const auto &save : saves)
        m_saves->acknowledge(save.command);
}

void UnansweredWatch::fillMenu()
{
    m_menu.clear();
    for (const auto fate : {Save::Fate::NotStored, Save::Fate::Waiting}) {
        for (const auto &save : ofFate(fate))
            addSave(save);
    }
}

void UnansweredWatch::addSave(const Save &save)
{
    const bool isWaiting = save.fate == Save::Fate::Waiting;
    const QString said = words(save) + whom(save);
    auto *open = m_menu.addAction(
        forMenu((isWaiting ? tr("Waits for the answer: %1") : tr("Not stored: %1")).arg(said)));
    open->setObjectName(u"shell.unanswered.open."_s + save.command.toString());
    open->setEnabled(save.patient.has_value());
    if (save.patient)
        connect(open, &QAction::triggered, this, [this, save] { openChart(save); });
    if (isWaiting)
        return;
    auto *take = m_menu.addAction(forMenu(tr("Seen, take from the list: %1").arg(said)));
    take->setObjectName(u"shell.unanswered.seen."_s + save.command.toString());
    connect(take, &QAction::triggered, this,
            [this, command = save.command] { m_saves->acknowledge(command); });
}

/// Of a patient who was not on the screen; the list says the act and the time until the server gives the name.
void UnansweredWatch::learnNames()
{
    for (const auto fate : {Save::Fate::NotStored, Save::Fate::Waiting}) {
        for (const auto &save : ofFate(fate)) {
            if (!save.patient || m_names.contains(*save.patient))
                continue;
            QCoro::connect(workflow::load(m_desk->context().store, *save.patient), this,
                           [this](const Result<administration::Patient> &patient) {
                               if (patient)
                                   m_names.insert_or_assign(patient->id, nameAndNumber(*patient));
                           });
        }
    }
}

/// Where the act is done, else where charts are shown; null: no such page is open.
QWidget *UnansweredWatch::pageFor(const QString &act) const
{
    QWidget *forTheRest = nullptr;
    for (auto *page : m_desks->pages()) {
        const auto *opener = page->findChild<sdk::ChartOpener *>();
        if (opener && opener->isPlaceOf(act))
            return page;
        if (opener && opener->isForTheRest())
            forTheRest = page;
    }
    return forTheRest;
}

void UnansweredWatch::openChart(const Save &save)
{
    if (auto *page = pageFor(save.act)) {
        m_desks->openPage(page);
        return page->findChild<sdk::ChartOpener *>()->open(*save.patient);
    }
    const auto name = m_names.find(*save.patient);
    Q_EMIT chartMissing(tr("Look for the patient at your desk to see what is stored: %1")
                            .arg(name == m_names.end() ? save.patient->toString() : name->second));
}

QString UnansweredWatch::timeOf(Instant instant) const
{
    const auto &clock = *m_desk->context().clock;
    const bool isToday = clock.dayOf(instant) == clock.today();
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, Qt::UTC)
        .toTimeZone(clock.zone())
        .toString(isToday ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s);
}

QString UnansweredWatch::words(const Save &save) const
{
    const auto permissions = m_desk->context().policy->permissions(); // an act is named by what permits it
    const auto known = std::ranges::find(permissions, save.act, &workflow::NamedCode::code);
    const QString act = known == permissions.end() ? save.act : known->title.in(m_desk->locale().name());
    return timeOf(save.since) + u' ' + act;
}

QString UnansweredWatch::whom(const Save &save) const
{
    const auto name = save.patient ? m_names.find(*save.patient) : m_names.end();
    return name == m_names.end() ? QString() : tr(", %1").arg(name->second);
}

QString UnansweredWatch::listed(const std::vector<Save> &saves) const
{
    QStringList said;
    for (const auto &save : saves)
        said.append(words(save));
    return said.join(tr("; "));
}

} // namespace simiao::shell
