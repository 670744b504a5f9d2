#include "domain/security/login_name.h"

#include <QRegularExpression>

namespace simiao::security {

bool isLoginName(const QString &name)
{
    static const QRegularExpression shape(
        QRegularExpression::anchoredPattern(QStringLiteral("[a-z0-9][a-z0-9.-]{1,31}")));
    return shape.match(name).hasMatch();
}

} // namespace simiao::security
