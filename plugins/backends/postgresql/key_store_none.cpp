// Built where there is no QtKeychain: the password stands in a passfile.

#include "key_store.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

Error missing()
{
    return {ErrorKind::Unavailable, u"server.key-store"_s, u"this program was built without QtKeychain"_s};
}

} // namespace

Result<QString> keptPassword(const ServerAddress &)
{
    return missing();
}

Result<void> keepPassword(const ServerAddress &, const QString &)
{
    return missing();
}

} // namespace simiao::postgresql
