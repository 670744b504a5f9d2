#include "bootstrap/reference_loader.h"

#include "bootstrap/package_catalogue.h"
#include "bootstrap/resources.h"
#include "core/try.h"

namespace simiao::bootstrap {

namespace {

template <typename Parse>
auto loadWith(Parse parse, const QString &folder, const QString &name) -> decltype(parse(Json(), name))
{
    TRY(const auto json, readJsonResource(folder, name));
    return parse(json, name);
}

Result<std::map<QString, QByteArray>> loadImportTemplates(const QString &folder)
{
    std::map<QString, QByteArray> tables;
    for (const char *name : {"departments", "staff", "medications", "prices", "stock", "schedule"}) {
        const auto file = QString::fromLatin1(name) + QStringLiteral(".csv");
        TRY(tables[file], readResource(folder, QStringLiteral("templates/import/") + file));
    }
    return tables;
}

} // namespace

Result<workflow::ReferenceData> loadReferenceData(const QString &folder)
{
    workflow::ReferenceData data;
    TRY(data.packages, loadPackageCatalogue(folder));
    for (const auto &kind : data.packages) {
        TRY_VOID(workflow::readPackage(kind, kind.shipped, kind.fileName, data));
    }
    TRY(data.settings, loadWith(parseSettingCatalogue, folder, QStringLiteral("rules/settings.json")));
    TRY(data.importTemplates, loadImportTemplates(folder));
    TRY(const auto passwords, readResource(folder, QStringLiteral("rules/passwords.json")));
    TRY(data.passwords, security::PasswordRules::parse(passwords));
    return data;
}

} // namespace simiao::bootstrap
