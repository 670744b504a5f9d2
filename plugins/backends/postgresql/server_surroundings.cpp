#include "server_surroundings.h"

#include <libpq-fe.h>

#include <memory>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

QStringList surroundingVariables()
{
    static const QStringList names = [] {
        // What libpq reads beside its parameters: files of services, what it was called before, what it sends of itself.
        QStringList all{u"PGSERVICEFILE"_s, u"PGSYSCONFDIR"_s, u"PGREQUIRESSL"_s, u"PGREALM"_s,
                        u"PGDATESTYLE"_s,   u"PGTZ"_s,         u"PGGEQO"_s};
        const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
            PQconninfoParse("", nullptr), &PQconninfoFree);
        for (const auto *option = options.get(); option && option->keyword; ++option) {
            if (option->envvar)
                all.append(QString::fromLatin1(option->envvar));
        }
        return all;
    }();
    return names;
}

void forgetSurroundings()
{
    for (const auto &name : surroundingVariables()) {
        if (qEnvironmentVariableIsSet(name.toLatin1().constData()))
            qunsetenv(name.toLatin1().constData());
    }
}

} // namespace simiao::postgresql
