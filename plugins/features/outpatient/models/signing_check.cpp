#include "outpatient/models/signing_check.h"

#include "sdk/desk.h"

#include <QCoreApplication>

namespace simiao::outpatient {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Signing", text);
}

} // namespace

std::vector<workflow::PreparedLine> preparedLines(const sdk::Visit &visit)
{
    const auto terminology = visit.desk()->terminology();
    const workflow::SigningFacts facts{visit.record().patient, visit.record().allergies};
    std::vector<workflow::PreparedLine> lines;
    for (const auto &draft : visit.draft().medications) {
        const auto medication = terminology ? terminology->medication(draft.medication) : std::nullopt;
        if (medication)
            lines.push_back(workflow::prepareLine(*medication, draft, facts, visit.desk()->reference()));
    }
    return lines;
}

std::vector<workflow::SigningObstacle> signingObstacles(const sdk::Visit &visit)
{
    const auto *noteTemplate = visit.desk()->reference().noteTemplate(QStringLiteral("first-visit"));
    if (!noteTemplate)
        return {{QStringLiteral("note"), QStringLiteral("sign.no-template"), {}}};
    return workflow::obstacles(visit.draft(), preparedLines(visit), *noteTemplate);
}

Money draftTotal(const sdk::Visit &visit)
{
    Money total;
    for (const auto &line : preparedLines(visit))
        total = total + line.price;
    return total;
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
