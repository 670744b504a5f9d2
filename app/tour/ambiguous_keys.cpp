#include "tour/ambiguous_keys.h"

#include <QtGlobal>

#include <utility>

namespace simiao::tour {

namespace {

QtMessageHandler s_before = nullptr;
QString s_warning; // actions live on the GUI thread, and so do their warnings

void keep(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message.contains(QLatin1String("Ambiguous shortcut overload")))
        s_warning = message;
    s_before(type, context, message);
}

} // namespace

AmbiguousKeys::AmbiguousKeys()
{
    s_before = qInstallMessageHandler(keep);
}

AmbiguousKeys::~AmbiguousKeys()
{
    qInstallMessageHandler(s_before);
}

QString AmbiguousKeys::take()
{
    return std::exchange(s_warning, {});
}

} // namespace simiao::tour
