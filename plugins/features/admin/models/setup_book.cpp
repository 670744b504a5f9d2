#include "admin/models/setup_book.h"

#include "admin/models/words.h"
#include "domain/medications/medication_dispense.h"
#include "domain/scheduling/slot.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::admin {

using workflow::Receipt;
using workflow::SetupFacts;
using workflow::SetupState;
using workflow::SetupStep;

namespace {

template <typename... Ts>
bool touchesAny(const Receipt &receipt)
{
    return (workflow::touches<Ts>(receipt) || ...);
}

} // namespace

SetupBook::SetupBook(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_table(new SetupTableModel(desk, this))
    , m_state(new sdk::KnownState(desk, this))
{
    connect(m_state, &sdk::KnownState::changed, this, &SetupBook::changed);
    connect(m_state, &sdk::KnownState::rereadWanted, this, &SetupBook::reload);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            &SetupBook::followStore);
}

SetupState SetupBook::stateOf(SetupStep step) const
{
    return m_facts ? workflow::stateOf(step, *m_facts) : SetupState::Open;
}

int SetupBook::finished() const
{
    return int(std::ranges::count_if(workflow::kSetupSteps, [this](SetupStep step) {
        const auto state = stateOf(step);
        return state == SetupState::Done || state == SetupState::LeftOut;
    }));
}

void SetupBook::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (isWatched && m_isStale)
        reload();
}

/// Units leave the shelf with every dispensing: nobody counts all lots for a page that is not on the screen.
void SetupBook::followStore(const Receipt &receipt)
{
    if (!touchesAny<administration::Organization, administration::Setting, security::Account,
                    medications::Medication, medications::Lot, scheduling::Slot>(receipt))
        return;
    m_isStale = true;
    if (m_isWatched)
        reload();
}

void SetupBook::reload()
{
    m_isStale = false;
    QCoro::connect(workflow::readSetup(m_desk->context(), m_desk->reference().settings), this,
                   [this](const Result<SetupFacts> &facts) { take(facts); });
}

void SetupBook::take(const Result<SetupFacts> &facts)
{
    if (!facts)
        return m_state->fail(Words::refusal(facts.error(), *m_desk));
    m_facts = *facts;
    m_table->setFacts(*facts);
    m_state->take(ui::ViewState::ready());
    Q_EMIT changed();
}

void SetupBook::toggleLeftOut(SetupStep step)
{
    const bool isLeftOut = stateOf(step) != SetupState::LeftOut;
    const auto context = m_desk->context();
    const auto command = m_command.idFor(codeOf(step) + QString::number(int(isLeftOut)), context);
    QCoro::connect(workflow::leaveOut(context, command, m_desk->reference().settings, step, isLeftOut), this,
                   [this](const Result<void> &stored) {
                       m_command.answered(stored);
                       if (!stored)
                           m_desk->showError(stored.error());
                   });
}

void SetupBook::retranslate()
{
    m_table->refresh();
    Q_EMIT changed();
}

} // namespace simiao::admin
