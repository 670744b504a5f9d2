#include "bootstrap/store_driver.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

QString storeDriver(const Config &config)
{
    const QString scheme = config.value(u"backend"_s).section(u"://"_s, 0, 0);
    if (scheme.isEmpty())
        return config.value(u"backend.driver"_s);
    // Kingbase speaks PostgreSQL's protocol, and libpq knows that by one more name.
    return scheme == "kingbase"_L1 || scheme == "postgres"_L1 ? u"postgresql"_s : scheme;
}

} // namespace simiao::bootstrap
