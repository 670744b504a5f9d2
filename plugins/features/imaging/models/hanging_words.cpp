#include "imaging/models/hanging_words.h"

#include <QCoreApplication>
#include <QDate>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Hanging)
};

QString agoText(const QDate &then, const QDate &now)
{
    constexpr int kDaysOfWeeks = 60;
    constexpr int kDaysOfMonths = 730;
    constexpr double kMonth = 30.44;
    constexpr double kYear = 365.25;
    const auto days = then.daysTo(now);
    if (days < kDaysOfWeeks)
        return Words::tr("%1 days before").arg(days);
    if (days < kDaysOfMonths)
        return Words::tr("%1 months before").arg(qRound(double(days) / kMonth));
    return Words::tr("%1 years before").arg(double(days) / kYear, 0, 'f', 1);
}

} // namespace

QString fitText(const HangingProtocol &protocol, const std::vector<HungStudy> &studies, int screens)
{
    if (studies.empty())
        return {};
    const auto &current = studies.front();
    QStringList reasons{
        protocol.bodyParts.isEmpty()
            ? current.modality
            : Words::tr("%1 of %2", "modality, body part").arg(current.modality, current.bodyPart)};
    if (protocol.priors > 0)
        reasons.append(Words::tr("with %1 prior", "earlier studies").arg(protocol.priors));
    if (protocol.leastSeries > 1)
        reasons.append(Words::tr("at least %1 series").arg(protocol.leastSeries));
    if (screens > 1)
        reasons.append(Words::tr("on %1 screens").arg(screens));
    return reasons.join(Words::tr(", ", "between reasons"));
}

QString priorText(const QString &studyDate, const QString &current)
{
    if (studyDate.isEmpty() || studyDate > current)
        return {};
    if (studyDate == current)
        return Words::tr("PRIOR %1 (same day)").arg(studyDate);
    const auto then = QDate::fromString(studyDate, Qt::ISODate);
    const auto now = QDate::fromString(current, Qt::ISODate);
    if (!then.isValid() || !now.isValid())
        return Words::tr("PRIOR %1").arg(studyDate);
    return Words::tr("PRIOR %1 (%2)").arg(studyDate, agoText(then, now));
}

QString laterText(const QString &studyDate, const QString &latest)
{
    return Words::tr("STUDY OF %1. LATEST: %2", "dates").arg(studyDate, latest);
}

} // namespace simiao::viewer
