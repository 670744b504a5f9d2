#include "shell/themes.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QFile>

namespace simiao::shell {

namespace {

QString themeFile(const QString &resourceFolder, QString name)
{
    return resourceFolder + QStringLiteral("/themes/%1.json").arg(name.replace(u'-', u'_'));
}

} // namespace

ui::ThemeTokens loadTheme(const QString &resourceFolder, const QString &name)
{
    QFile file(themeFile(resourceFolder, name));
    if (!file.open(QIODevice::ReadOnly)) {
        log::warning(QStringLiteral("theme.file-missing: %1").arg(file.fileName()));
        return {};
    }
    const auto tokens = ui::ThemeTokens::parse(file.readAll());
    if (!tokens)
        log::error(tokens.error());
    return tokens.value_or(ui::ThemeTokens{});
}

QString themeActionText(const QString &name)
{
    if (name == QLatin1StringView("dark"))
        return QCoreApplication::translate("simiao::shell", "Dark theme");
    if (name == QLatin1StringView("high-contrast"))
        return QCoreApplication::translate("simiao::shell", "High-contrast theme");
    return QCoreApplication::translate("simiao::shell", "Light theme");
}

} // namespace simiao::shell
