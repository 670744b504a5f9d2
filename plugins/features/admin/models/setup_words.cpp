#include "admin/models/setup_words.h"

#include <QDateTime>

namespace simiao::admin {

using workflow::SetupFacts;
using workflow::SetupState;
using workflow::SetupStep;

namespace {

QString dayOf(Instant instant, const sdk::Desk &desk)
{
    return desk.context().clock->dayOf(instant).toIso();
}

} // namespace

QString SetupWords::title(SetupStep step)
{
    switch (step) {
    case SetupStep::Hospital: return tr("Hospital");
    case SetupStep::Departments: return tr("Departments");
    case SetupStep::Staff: return tr("Staff");
    case SetupStep::Drugs: return tr("Drugs");
    case SetupStep::Prices: return tr("Prices");
    case SetupStep::Stock: return tr("Opening stock");
    case SetupStep::Schedule: return tr("Schedule");
    }
    return {};
}

QString SetupWords::state(SetupState state)
{
    switch (state) {
    case SetupState::Open: return tr("open");
    case SetupState::Partial: return tr("in part");
    case SetupState::Done: return tr("done");
    case SetupState::LeftOut: return tr("left out");
    }
    return {};
}

ui::Severity SetupWords::severityOf(SetupState state)
{
    switch (state) {
    case SetupState::Open: return ui::Severity::Warn;
    case SetupState::Partial: return ui::Severity::Note;
    case SetupState::Done: return ui::Severity::Ok;
    case SetupState::LeftOut: return ui::Severity::Neutral;
    }
    return ui::Severity::Neutral;
}

namespace {

/// Words for what the steps hold; a class of its own so that each step is one short function.
struct Found
{
    Q_DECLARE_TR_FUNCTIONS(simiao::admin::SetupWords)

public:
    const SetupFacts &facts;
    const sdk::Desk &desk;

    QString number(int count) const { return desk.locale().toString(count); }

    QString hospital() const
    {
        if (facts.hospital.name.isEmpty())
            return tr("no name yet");
        return QStringList{facts.hospital.name, facts.hospital.code}.join(QLatin1Char(' ')).trimmed();
    }
    QString staff() const
    {
        const auto people = tr("people: %1").arg(number(facts.staff));
        if (facts.staff == 0 || facts.unservedDesks.isEmpty())
            return people;
        QStringList desks;
        for (const auto &code : facts.unservedDesks)
            desks.append(deskTitle(code));
        return tr("%1; nobody yet for: %2").arg(people, desks.join(QStringLiteral(", ")));
    }
    QString prices() const
    {
        return tr("with a price: %1 of %2")
            .arg(number(facts.drugs - facts.unpricedDrugs), number(facts.drugs));
    }
    QString stock() const
    {
        return tr("in stock: %1 of %2 drugs, lots: %3")
            .arg(number(facts.drugsInStock), number(facts.drugs), number(facts.lots));
    }
    QString schedule() const
    {
        if (!facts.scheduledUntil)
            return tr("no half-hour");
        const auto day = dayOf(*facts.scheduledUntil, desk);
        return *facts.scheduledUntil > facts.now ? tr("half-hours up to %1").arg(day)
                                                 : tr("the last half-hour was on %1").arg(day);
    }

    static QString deskTitle(const QString &code)
    {
        if (code == QLatin1StringView("registration"))
            return tr("front desk");
        if (code == QLatin1StringView("consult"))
            return tr("consulting room");
        if (code == QLatin1StringView("pharmacy"))
            return tr("pharmacy");
        return code == QLatin1StringView("cashier") ? tr("cashier") : code;
    }
};

} // namespace

QString SetupWords::found(SetupStep step, const SetupFacts &facts, const sdk::Desk &desk)
{
    const Found words{facts, desk};
    switch (step) {
    case SetupStep::Hospital: return words.hospital();
    case SetupStep::Departments: return tr("departments: %1").arg(words.number(facts.departments));
    case SetupStep::Staff: return words.staff();
    case SetupStep::Drugs: return tr("drugs: %1").arg(words.number(facts.drugs));
    case SetupStep::Prices: return words.prices();
    case SetupStep::Stock: return words.stock();
    case SetupStep::Schedule: return words.schedule();
    }
    return {};
}

QString SetupWords::lacking(SetupStep step, const SetupFacts &facts)
{
    auto stored = facts;
    stored.leftOut.clear(); // what is left out is missing all the same
    const auto state = workflow::stateOf(step, stored);
    if (state == SetupState::Done)
        return {};
    const bool isPartial = state == SetupState::Partial;
    switch (step) {
    case SetupStep::Hospital: return tr("Prints and lists do not say whose they are.");
    case SetupStep::Departments:
        return tr("Nobody can be checked in or called: queues belong to departments.");
    case SetupStep::Staff:
        return isPartial ? tr("No visit can pass the desks that nobody serves.")
                         : tr("Only the administrator can log in.");
    case SetupStep::Drugs: return tr("Physicians cannot order drugs.");
    case SetupStep::Prices:
        return facts.drugs == 0 ? tr("There is no drug that could have a price.")
                                : tr("Drugs without a price are charged at 0.00.");
    case SetupStep::Stock:
        return isPartial ? tr("The cashier cannot take payment for drugs that are not in stock.")
                         : tr("The cashier cannot take payment for drugs.");
    case SetupStep::Schedule: return tr("The front desk cannot check anybody in.");
    }
    return {};
}

QString SetupWords::about(SetupStep step)
{
    switch (step) {
    case SetupStep::Hospital: return tr("Prints and lists show it. Only the name is needed.");
    case SetupStep::Departments:
        return tr("One row a department. One on record gets the names, room and fee of the file.");
    case SetupStep::Staff:
        return tr(
            "One row a person; departments come first. Everybody new gets the first password below and must "
            "choose another at the first log-in.");
    case SetupStep::Drugs:
        return tr(
            "One row a product that the pharmacy carries. Let a pharmacist read the list before it is used.");
    case SetupStep::Prices:
        return tr("New prices of drugs on record. The list of drugs brings the first ones.");
    case SetupStep::Stock:
        return tr("One row a lot, counted in smallest units; drugs come first. A lot on record is not "
                  "counted anew.");
    case SetupStep::Schedule:
        return tr("One row a session of a physician, cut into half-hours; staff and departments come first.");
    }
    return {};
}

} // namespace simiao::admin
