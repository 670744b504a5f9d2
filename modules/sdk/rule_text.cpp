#include "sdk/rule_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace simiao::sdk {

namespace {

/// A source that is written as "English (中文)" is shown in one of the two; any other as its file has it.
QString sourceText(const QString &source)
{
    static const QRegularExpression both(QStringLiteral("^(.+?) \\(([^()]*\\p{Han}[^()]*)\\)$"));
    if (source == QLatin1StringView("general knowledge"))
        return QCoreApplication::translate("simiao::sdk", "general knowledge");
    const auto match = both.match(source);
    if (!match.hasMatch())
        return source;
    return match.captured(QLocale().language() == QLocale::Chinese ? 2 : 1);
}

} // namespace

QString ruleText(const RuleReference &rule)
{
    QStringList parts{rule.id, sourceText(rule.source), rule.version};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace simiao::sdk
