#include "outpatient/models/returned_watch.h"

#include "core/log.h"
#include "workflow/ports/queries.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::outpatient {

using medications::Prescription;

namespace {

const auto kId = QStringLiteral("outpatient.returned");
constexpr std::int64_t kNewsFor = std::int64_t(72) * 3600; // seconds

} // namespace

ReturnedWatch::ReturnedWatch(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<Prescription>(receipt))
                    look();
            });
    connect(desk, &sdk::Desk::languageChanged, this, &ReturnedWatch::tell);
    look();
}

void ReturnedWatch::look()
{
    auto finding = workflow::find(m_desk->context().store, workflow::query::prescriptionsInStatus,
                                  codeOf(medications::PrescriptionStatus::Returned));
    QCoro::connect(std::move(finding), this,
                   [this](const Result<std::vector<Prescription>> &returned) { take(returned); });
}

void ReturnedWatch::take(const Result<std::vector<Prescription>> &returned)
{
    if (!returned)
        return log::error(returned.error());
    const auto context = m_desk->context();
    m_returned = *returned;
    std::erase_if(m_returned, [&context](const Prescription &prescription) {
        const auto at = prescription.reviewedAt.value_or(Instant{});
        return prescription.author != context.session.account
            || at.plusSeconds(kNewsFor) <= context.clock->now();
    });
    std::ranges::sort(m_returned, {}, &Prescription::number);
    tell();
}

void ReturnedWatch::tell()
{
    if (m_returned.empty())
        return m_desk->withdrawNotification(kId);
    QStringList numbers;
    QStringList occasions; // one that was answered and returned again is news
    for (const auto &prescription : m_returned) {
        numbers.append(prescription.number);
        occasions.append(prescription.id.uuid.toString()
                         + prescription.reviewedAt.value_or(Instant{}).toIso());
    }
    const auto latest = std::ranges::max(m_returned, {}, &Prescription::reviewedAt).reviewedAt;
    m_desk->postNotification(
        {kId, ui::Severity::Warn,
         tr("Returned by the pharmacist: %1. Open the visit; what to change stands with its orders.")
             .arg(numbers.join(QStringLiteral(", "))),
         QStringLiteral("consult.returned"), occasions.join(u' '),
         latest.value_or(Instant{}).plusSeconds(kNewsFor)});
}

} // namespace simiao::outpatient
