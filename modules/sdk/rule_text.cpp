#include "sdk/rule_text.h"

#include <QStringList>

namespace simiao::sdk {

QString ruleText(const RuleReference &rule)
{
    QStringList parts{rule.id, rule.source, rule.version};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace simiao::sdk
