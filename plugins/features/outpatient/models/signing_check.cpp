#include "outpatient/models/signing_check.h"

#include "sdk/desk.h"
#include "sdk/prescribed_lines.h"

#include <QCoreApplication>

namespace simiao::outpatient {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Signing", text);
}

/// What stands in the way of answering a returned prescription, in the order of the screen.
std::vector<workflow::SigningObstacle> answerObstacles(const sdk::Visit &visit)
{
    std::vector<workflow::SigningObstacle> found;
    if (!visit.draft().orderText.trimmed().isEmpty())
        found.push_back({QStringLiteral("orderText"), QStringLiteral("sign.order-text-left"), {}});
    const auto onLines = workflow::lineObstacles(sdk::preparedLines(visit), sdk::sheetFindings(visit));
    found.insert(found.end(), onLines.begin(), onLines.end());
    if (visit.draft().answer.trimmed().isEmpty())
        found.push_back({QStringLiteral("answer"), QStringLiteral("answer.reason-missing"), {}});
    return found;
}

} // namespace

std::vector<workflow::SigningObstacle> signingObstacles(const sdk::Visit &visit)
{
    if (visit.returned())
        return answerObstacles(visit);
    const auto *noteTemplate = visit.desk()->reference().noteTemplate(visit.noteTemplate());
    if (!noteTemplate)
        return {{QStringLiteral("note"), QStringLiteral("sign.no-template"), {}}};
    return workflow::obstacles(visit.draft(), sdk::preparedLines(visit), *noteTemplate,
                               sdk::sheetFindings(visit));
}

QString obstacleText(const workflow::SigningObstacle &obstacle, const QString &language)
{
    const QString what = obstacle.text.in(language);
    if (obstacle.code == QLatin1String("sign.section-missing"))
        return translated(QT_TRANSLATE_NOOP("Signing", "%1 is empty. Fill it in.")).arg(what);
    if (obstacle.code == QLatin1String("sign.diagnosis-missing"))
        return translated(QT_TRANSLATE_NOOP("Signing", "No diagnosis. Add at least one."));
    if (obstacle.code == QLatin1String("sign.order-text-left"))
        return translated(QT_TRANSLATE_NOOP(
            "Signing", "The order line still holds text. Press Enter to take it or delete it."));
    if (obstacle.code == QLatin1String("sign.blocked"))
        return translated(
                   QT_TRANSLATE_NOOP("Signing",
                                     "%1 is blocked by a safety rule. Take it away or choose another drug."))
            .arg(what);
    if (obstacle.code == QLatin1String("sign.reason-missing"))
        return translated(QT_TRANSLATE_NOOP("Signing", "%1 needs a reason. Give it beside the warning."))
            .arg(what);
    if (obstacle.code == QLatin1String("sign.sheet-blocked"))
        return translated(QT_TRANSLATE_NOOP("Signing", "Refused by a rule: %1")).arg(what);
    const QString reason = sdk::errorText({ErrorKind::Invalid, obstacle.code, {}});
    if (obstacle.code.startsWith(QLatin1String("dosage.")))
        return translated(QT_TRANSLATE_NOOP("Signing", "%1: %2")).arg(what, reason);
    return sdk::errorText({ErrorKind::Invalid, obstacle.code, obstacle.field});
}

} // namespace simiao::outpatient
