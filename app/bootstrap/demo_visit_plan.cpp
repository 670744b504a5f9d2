#include "bootstrap/demo_visit_plan.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace simiao::bootstrap {

namespace {

constexpr int kDaysOfHistory = 3 * 365;
constexpr int kPercentReturning = 35;
/// Of a half-hour: the rest is for the note, the counter and the pharmacy.
constexpr int kLatestMinute = 7;

int inventVisitCount(Dice &dice)
{
    static const std::vector<Weighted<int>> counts{{0, 7},  {1, 13}, {2, 14}, {3, 13}, {4, 12},
                                                   {5, 10}, {6, 9},  {7, 6},  {8, 5},  {9, 4},
                                                   {10, 3}, {11, 2}, {12, 2}};
    return dice.oneOf(counts);
}

/// In order, none twice.
std::set<Date> inventDays(Date birthDate, Date today, Dice &dice)
{
    const auto first = std::max(birthDate.plusDays(1), today.plusDays(-kDaysOfHistory));
    const int days = int(first.day.daysTo(today.day));
    std::set<Date> chosen;
    if (days <= 0)
        return chosen;
    for (int left = inventVisitCount(dice); left > 0; --left)
        chosen.insert(first.plusDays(dice.below(days)));
    return chosen;
}

std::vector<const Complaint *> complaintsFor(const PeopleMaterial &material,
                                             administration::Gender gender,
                                             int years)
{
    std::vector<const Complaint *> fitting;
    for (const auto &complaint : material.complaints) {
        if (complaint.whom.includes(gender, years))
            fitting.push_back(&complaint);
    }
    return fitting;
}

bool isOpen(const ClinicSession &session, const QString &department, Date day)
{
    return session.department == department
        && std::ranges::find(session.weekdays, day.day.dayOfWeek()) != session.weekdays.end();
}

/// Half-days of the department whose physician works here.
std::vector<const ClinicSession *> sessionsOn(const PeopleSource &source, const QString &department, Date day)
{
    std::vector<const ClinicSession *> open;
    for (const auto &session : source.material.sessions) {
        if (isOpen(session, department, day) && source.clinic.accounts.contains(session.loginName)
            && source.clinic.departments.contains(department))
            open.push_back(&session);
    }
    return open;
}

Instant inventStart(const ClinicSession &session, Date day, const QTimeZone &zone, Dice &dice)
{
    const QDateTime opening(day.day, session.start, zone);
    // One draw a statement: within one, each compiler has an order of its own.
    const int slot = dice.below(session.slotCount);
    const int minute = dice.below(kLatestMinute);
    const int second = dice.below(60);
    return Instant{opening.toMSecsSinceEpoch() * 1000}.plusSeconds((slot * session.slotMinutes + minute) * 60
                                                                   + second);
}

/// The last complaint that is not the one of this visit.
const Complaint *earlierThan(const std::vector<VisitPlan> &plans, const Complaint *complaint)
{
    for (auto plan = plans.rbegin(); plan != plans.rend(); ++plan) {
        if (plan->complaint->diagnosis != complaint->diagnosis)
            return plan->complaint;
    }
    return nullptr;
}

} // namespace

std::vector<VisitPlan> planVisits(const PeopleSource &source,
                                  const administration::Patient &patient,
                                  Dice &dice)
{
    std::vector<VisitPlan> plans;
    for (const auto day : inventDays(patient.birthDate, source.today, dice)) {
        const auto fitting = complaintsFor(source.material, patient.gender, yearsOld(patient.birthDate, day));
        if (fitting.empty())
            continue;
        VisitPlan plan;
        plan.day = day;
        const bool comesBack = !plans.empty() && dice.happens(kPercentReturning);
        plan.complaint = comesBack ? plans.back().complaint : dice.oneOf(fitting);
        plan.isReturn = !plans.empty() && plans.back().complaint == plan.complaint;
        const auto open = sessionsOn(source, plan.complaint->department, day);
        if (open.empty())
            continue;
        plan.session = dice.oneOf(open);
        plan.start = inventStart(*plan.session, day, source.zone, dice);
        plan.earlier = earlierThan(plans, plan.complaint);
        plans.push_back(plan);
    }
    return plans;
}

} // namespace simiao::bootstrap
