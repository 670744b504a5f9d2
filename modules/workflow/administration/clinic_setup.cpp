#include "workflow/administration/clinic_setup.h"

#include "workflow/ports/clinic_queries.h"
#include "workflow/ports/queries.h"
#include "workflow/ports/setting_queries.h"

#include <algorithm>
#include <set>

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using medications::Lot;
using medications::Medication;
using security::Account;

namespace {

const auto kImport = QStringLiteral("clinic-data.import");
const auto kLeftOut = QStringLiteral("setup.left-out");

/// `whole` of a step of which `part` is what matters.
SetupState stateFor(int whole, bool isComplete)
{
    if (whole == 0)
        return SetupState::Open;
    return isComplete ? SetupState::Done : SetupState::Partial;
}

SetupState stateOfSchedule(const SetupFacts &facts)
{
    return stateFor(facts.scheduledUntil ? 1 : 0, facts.scheduledUntil > facts.now);
}

/// As the store has it, whatever was left out.
SetupState storedState(SetupStep step, const SetupFacts &facts)
{
    switch (step) {
    case SetupStep::Hospital: return stateFor(facts.hospital.name.isEmpty() ? 0 : 1, true);
    case SetupStep::Departments: return stateFor(facts.departments, true);
    case SetupStep::Staff: return stateFor(facts.staff, facts.unservedDesks.isEmpty());
    case SetupStep::Drugs: return stateFor(facts.drugs, true);
    case SetupStep::Prices: return stateFor(facts.drugs - facts.unpricedDrugs, facts.unpricedDrugs == 0);
    case SetupStep::Stock: return stateFor(facts.drugsInStock, facts.drugsInStock >= facts.drugs);
    case SetupStep::Schedule: return stateOfSchedule(facts);
    }
    return SetupState::Open;
}

QStringList rolesOf(const Account &account)
{
    return {account.roles.begin(), account.roles.end()};
}

/// Whether the account has a role besides those that set the hospital up.
bool isStaff(const Account &account, const AccessPolicy &policy)
{
    return account.status == security::AccountStatus::Active
        && std::ranges::any_of(account.roles,
                               [&](const QString &role) { return !policy.isGranted({role}, kImport); });
}

void countStaff(const std::vector<Account> &accounts, const AccessPolicy &policy, SetupFacts &facts)
{
    facts.unservedDesks = {u"registration"_s, u"consult"_s, u"pharmacy"_s, u"cashier"_s};
    for (const auto &account : accounts) {
        if (!isStaff(account, policy))
            continue;
        ++facts.staff;
        for (const auto &desk : policy.desksOf(rolesOf(account)))
            facts.unservedDesks.removeAll(desk);
    }
}

void countDrugs(const std::vector<Medication> &drugs, SetupFacts &facts)
{
    facts.drugs = int(drugs.size());
    facts.unpricedDrugs =
        int(std::ranges::count_if(drugs, [](const Medication &drug) { return drug.packPrice == Money{}; }));
}

void countStock(const std::vector<Lot> &lots, Date today, SetupFacts &facts)
{
    std::set<Id<Medication>> drugs;
    for (const auto &lot : lots) {
        if (lot.expiry < today || lot.onHand <= lot.reserved)
            continue;
        ++facts.lots;
        drugs.insert(lot.medication);
    }
    facts.drugsInStock = int(drugs.size());
}

std::vector<SetupStep> stepsIn(const QString &codes)
{
    std::vector<SetupStep> steps;
    for (const auto &code : codes.split(u'|', Qt::SkipEmptyParts)) {
        if (const auto step = fromCode<SetupStep>(code))
            steps.push_back(*step);
    }
    return steps;
}

QString codesOf(const std::vector<SetupStep> &steps)
{
    QStringList codes;
    for (const auto step : steps)
        codes.append(codeOf(step));
    return codes.join(u'|');
}

} // namespace

SetupState stateOf(SetupStep step, const SetupFacts &facts)
{
    const auto state = storedState(step, facts);
    const bool isLeftOut = std::ranges::find(facts.leftOut, step) != facts.leftOut.end();
    return isLeftOut && state != SetupState::Done ? SetupState::LeftOut : state;
}

bool isSetUp(const SetupFacts &facts)
{
    return std::ranges::none_of(kSetupSteps,
                                [&](SetupStep step) { return stateOf(step, facts) == SetupState::Open; });
}

Task<Result<SetupFacts>> readSetup(Context context, SettingCatalogue catalogue)
{
    auto authorising = authorise(context, kImport);
    CO_TRY_VOID(co_await authorising);
    auto asking = ask(context.store, all(query::organizations), all(query::accounts), all(query::medications),
                      all(query::lots), all(query::latestSlot),
                      all(query::settingsOfSession, context.session.department, context.session.account));
    CO_TRY(const auto answers, co_await asking);
    const auto &[departments, accounts, drugs, lots, slots, rows] = answers;
    const Settings settings(catalogue, rows);
    SetupFacts facts;
    facts.now = context.clock->now();
    facts.hospital = hospitalOf(settings);
    facts.leftOut = stepsIn(settings.text(kLeftOut));
    facts.departments = int(departments.size());
    countStaff(accounts, *context.policy, facts);
    countDrugs(drugs, facts);
    countStock(lots, context.clock->today(), facts);
    if (!slots.empty())
        facts.scheduledUntil = slots.front().end;
    co_return facts;
}

Task<Result<void>> leaveOut(Context context,
                            Uuid command,
                            SettingCatalogue catalogue,
                            SetupStep step,
                            bool isLeftOut)
{
    auto reading = settingRows(context);
    CO_TRY(const auto rows, co_await reading);
    auto steps = stepsIn(Settings(catalogue, rows).text(kLeftOut));
    std::erase(steps, step);
    if (isLeftOut)
        steps.push_back(step);
    std::ranges::sort(steps);
    auto storing = changeHospitalSettings(context, command, catalogue, {{kLeftOut, codesOf(steps)}});
    co_return co_await storing;
}

} // namespace simiao::workflow
