#pragma once

#include "workflow/administration/packages.h"
#include "workflow/reference_data.h"

namespace simiao::test {

/// A file of the kind of someCatalogue(). \param level  what the one rule of it says: block, confirm, notice
inline QByteArray aRulesFile(const QString &release, const QString &level, const QString &more = {})
{
    return QStringLiteral("{\n  \"name\": \"allergy-rules\",\n  \"version\": \"%1\",\n  \"source\": "
                          "\"committee\",\n%3  \"level\": \"%2\"\n}\n")
        .arg(release, level, more)
        .toUtf8();
}

/// One kind, "allergy-rules" 2026-11: penicillins against penicillins at the level that the file says.
inline workflow::PackageCatalogue someCatalogue()
{
    const auto apply = [](const Json &json, const QString &place,
                          workflow::ReferenceData &data) -> Result<void> {
        const QStringList levels{QStringLiteral("notice"), QStringLiteral("confirm"),
                                 QStringLiteral("block")};
        const auto level = levels.indexOf(json[QStringLiteral("level")].toString());
        if (level < 0)
            return Error{ErrorKind::Invalid, QStringLiteral("resources.shape"),
                         place + QStringLiteral(": level")};
        medications::AllergyRule rule;
        rule.allergyClass = QStringLiteral("penicillins");
        rule.drugClass = rule.allergyClass;
        rule.severity = Severity(level);
        data.allergies.rules = {rule};
        data.allergies.version = json[QStringLiteral("version")].toString();
        return ok();
    };
    workflow::PackageKind kind;
    kind.name = QStringLiteral("allergy-rules");
    kind.title = {QStringLiteral("Allergy rules"), QStringLiteral("过敏规则")};
    kind.fileName = QStringLiteral("rules/allergy_classes.json");
    kind.shipped = aRulesFile(QStringLiteral("2026-11"), QStringLiteral("confirm"));
    kind.apply = apply;
    return {kind};
}

/// What the program ships: the catalogue and the values of its text.
inline workflow::ReferenceData shippedReference()
{
    workflow::ReferenceData data;
    data.packages = someCatalogue();
    const auto &kind = data.packages.front();
    if (!workflow::readPackage(kind, kind.shipped, kind.fileName, data))
        qFatal("the shipped rules of the test are wrong");
    return data;
}

/// The file of aRulesFile() as it is handed in.
inline workflow::PackageFile aPackageFile(const QString &release,
                                          const QString &level,
                                          const QString &more = {})
{
    return {QStringLiteral("allergy-rules"), aRulesFile(release, level, more), QStringLiteral("rules.json"),
            false};
}

} // namespace simiao::test
