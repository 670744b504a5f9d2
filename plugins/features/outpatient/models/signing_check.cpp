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

} // namespace

std::vector<workflow::SigningObstacle> signingObstacles(const sdk::Visit &visit)
{
    const auto *noteTemplate = visit.desk()->reference().noteTemplate(QStringLiteral("first-visit"));
    if (!noteTemplate)
        return {{QStringLiteral("note"), QStringLiteral("sign.no-template"), {}}};
    return workflow::obstacles(visit.draft(), sdk::preparedLines(visit), *noteTemplate);
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
    if (obstacle.code.startsWith(QLatin1String("dosage.")))
        return translated(
                   QT_TRANSLATE_NOOP(
                       "Signing", "%1: the quantity cannot be worked out. Check dose, unit and frequency."))
            .arg(what);
    return sdk::errorText({ErrorKind::Invalid, obstacle.code, obstacle.field});
}

} // namespace simiao::outpatient
