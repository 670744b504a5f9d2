#pragma once

#include "sdk/row_moves.h"

namespace simiao::sqlite {

/// All that the closed store of `environment` holds, in a folder for another store to take; see RowSource::writeRows().
Result<workflow::Transfer> writeRows(const sdk::BackendEnvironment &environment,
                                     const workflow::ExportOrder &order,
                                     const std::stop_token &stop = {});

} // namespace simiao::sqlite
