#include "sdk/patient_search.h"

#include "sdk/known_state.h"
#include "workflow/ports/queries.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::sdk {

namespace {

using Patients = std::vector<administration::Patient>;

Task<Result<Patients>> search(workflow::Context context, QString text, int limit)
{
    auto authorising = workflow::authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    auto finding = workflow::find(context.store, workflow::query::patientSearch, text, limit);
    co_return co_await finding;
}

} // namespace

PatientSearch::PatientSearch(Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_results(new PatientListModel(this))
    , m_state(new KnownState(desk, this))
{
    m_state->forget(stateOf(0));
    connect(m_state, &KnownState::changed, this, &PatientSearch::stateChanged);
    connect(m_state, &KnownState::rereadWanted, this, &PatientSearch::repeat);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<administration::Patient>(receipt))
                    repeat();
            });
    const auto takeSettings = [this] { m_results->setSettings(m_desk->settings()); };
    connect(desk, &Desk::settingsChanged, this, takeSettings);
    takeSettings();
}

const ui::ViewState &PatientSearch::state() const
{
    return m_state->state();
}

void PatientSearch::setText(const QString &text)
{
    if (text.trimmed() == m_text)
        return;
    m_text = text.trimmed();
    m_limit = kFirst;
    m_state->forget();
    repeat();
}

void PatientSearch::repeat()
{
    const int question = ++m_question;
    m_isRunning = !m_text.isEmpty();
    if (!m_isRunning)
        return take(question, Patients{});
    QCoro::connect(search(m_desk->context(), m_text, m_limit + 1), this,
                   [this, question](const Result<Patients> &found) { take(question, found); });
}

void PatientSearch::take(int question, const Result<Patients> &found)
{
    if (question != m_question)
        return;
    m_isRunning = false;
    if (!found)
        return m_state->fail(found.error());
    m_results->setToday(m_desk->context().clock->today());
    Q_EMIT aboutToAnswer();
    const bool isCutOff = int(found->size()) > m_limit;
    m_results->replace(isCutOff ? Patients(found->begin(), found->begin() + m_limit) : *found);
    if (m_text.isEmpty())
        m_state->forget(stateOf(0));
    else
        m_state->take(isCutOff ? cutOff() : stateOf(int(found->size())));
    Q_EMIT stateChanged();
    Q_EMIT answered();
}

void PatientSearch::act()
{
    constexpr int kStep = 5;
    if (state().kind == ui::ViewState::Kind::Partial) {
        m_limit = std::min(m_limit * kStep, kMost);
        m_state->restate(ui::ViewState::loading());
    }
    repeat();
}

ui::ViewState PatientSearch::cutOff() const
{
    auto state = ui::ViewState::partial(m_limit, 0, m_limit < kMost ? tr("Show more") : QString());
    state.next = tr("Type on to find fewer.");
    return state;
}

ui::ViewState PatientSearch::stateOf(int found) const
{
    if (m_text.isEmpty())
        return ui::ViewState::empty(tr("Nobody looked for yet"),
                                    tr("Type name, initials, MRN, identity number or the end of "
                                       "the phone number."));
    if (found == 0)
        return ui::ViewState::empty(tr("Nobody found"),
                                    tr("Check the spelling, or look for another part of it."));
    return ui::ViewState::ready();
}

} // namespace simiao::sdk
