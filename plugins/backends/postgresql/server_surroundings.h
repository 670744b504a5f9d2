#pragma once

#include <QStringList>

namespace simiao::postgresql {

/// The variables from which libpq takes what an address leaves out: where to connect, as whom, whether by TLS, which password.
QStringList surroundingVariables();

/// Takes them from this process, and so from the programs it starts: an address alone says which server is meant and how it is reached.
/// Whoever may start a desk with other variables, or write a file of services, would else be sent its password. Called before each
/// connection, by parseAddress(); nothing changes after the first time.
void forgetSurroundings();

} // namespace simiao::postgresql
