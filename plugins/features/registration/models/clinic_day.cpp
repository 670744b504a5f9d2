#include "registration/models/clinic_day.h"

#include "registration/models/words.h"

#include <QCoroTask>
#include <QTimer>

namespace simiao::registration {

namespace {

constexpr int kMinute = 60'000;

} // namespace

ClinicDay::ClinicDay(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_halfHours(new SlotListModel(desk, this))
    , m_state(new sdk::KnownState(desk, this))
{
    connect(m_state, &sdk::KnownState::changed, this, &ClinicDay::stateChanged);
    connect(m_state, &sdk::KnownState::rereadWanted, this, &ClinicDay::reload);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<scheduling::Appointment>(receipt)
                    || workflow::touches<scheduling::Slot>(receipt)
                    || workflow::touches<administration::Organization>(receipt))
                    reload();
            });
    auto *minute = new QTimer(this); // half-hours pass
    connect(minute, &QTimer::timeout, this, &ClinicDay::reload);
    minute->start(kMinute);
    reload();
}

const Clinic *ClinicDay::current() const
{
    return m_current < 0 ? nullptr : &m_clinics.at(std::size_t(m_current));
}

void ClinicDay::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= int(m_clinics.size()))
        return;
    m_current = index;
    showHalfHours();
}

QString ClinicDay::nameOf(const administration::Organization &department) const
{
    return LocalText{department.nameEn, department.name}.in(m_desk->locale().name());
}

void ClinicDay::reload()
{
    if (!m_reading.begin())
        return;
    QCoro::connect(clinicsFromNow(m_desk->context()), this,
                   [this](const Result<std::vector<Clinic>> &clinics) {
                       const bool isOutdated = m_reading.end();
                       take(clinics);
                       if (isOutdated)
                           reload();
                   });
}

void ClinicDay::retranslate()
{
    m_halfHours->refresh();
    Q_EMIT clinicsChanged();
    reload(); // the state's words too
}

void ClinicDay::take(const Result<std::vector<Clinic>> &clinics)
{
    if (!clinics)
        return m_state->fail(clinics.error());
    const auto chosen = current() ? current()->department.id : Id<administration::Organization>{};
    m_clinics = *clinics;
    const auto found =
        std::ranges::find(m_clinics, chosen, [](const Clinic &clinic) { return clinic.department.id; });
    m_current = m_clinics.empty() ? -1 : found == m_clinics.end() ? 0 : int(found - m_clinics.begin());
    m_state->take(m_clinics.empty() ? ui::ViewState::empty(tr("No clinic for the rest of the day"),
                                                           tr("Plan half-hours, or book for another day."))
                                    : ui::ViewState::ready());
    Q_EMIT clinicsChanged();
    showHalfHours();
}

void ClinicDay::showHalfHours()
{
    Q_EMIT halfHoursAboutToChange();
    m_halfHours->replace(current() ? current()->halfHours : std::vector<HalfHour>{});
    Q_EMIT halfHoursChanged();
}

} // namespace simiao::registration
