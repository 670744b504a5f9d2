#pragma once

#include "sdk/backend_plugin.h"

#include <stop_token>

namespace simiao::sdk {

/// A store that can write all it holds into a folder, for another one to take. A back-end plugin may be one of these too.
/// \thread  any but the GUI: blocks
class RowSource
{
public:
    virtual ~RowSource();

    /// Rows, running numbers, receipts and audit links in the form of docs/export-format.md, without images. The store must be closed
    /// and stays as it is. Every row and link is checked on the way.
    /// \param order  `folder` must be empty or missing
    /// \param stop   ends it; what was written is taken away; Cancelled `core.cancelled`
    /// \returns what was written; `imagesElsewhere` are all folders that studies are read from; errors as StoreMaintenance::exportTo()
    virtual Result<workflow::Transfer> writeRows(const BackendEnvironment &environment,
                                                 const workflow::ExportOrder &order,
                                                 const std::stop_token &stop) = 0;
};

/// A server that can take what such a folder holds. The setting `backend` holds the address to log in with, as ServerKeeper says.
/// \thread  any but the GUI: blocks
class RowTarget
{
public:
    virtual ~RowTarget();

    /// Fills the database, which is set up and holds nothing. What was stopped is gone on with when it is called again with the same
    /// folder; no desk is let in before all of it is compared.
    /// \param workstation  whose audit chain it becomes; empty: that of the last record
    /// \param stop  ends it after what is under way; Cancelled `transfer.stopped`
    /// \returns what the database holds then; Conflict `server.not-empty` (a table), `transfer.other`, `transfer.done`,
    ///          `migration.pending`, `migration.newer`, `export.newer`; NotFound `server.not-set-up`; Corrupt `export.…`, `audit.…`
    virtual Result<workflow::Transfer> takeRows(const BackendEnvironment &environment,
                                                const QString &folder,
                                                const QString &workstation,
                                                const workflow::TableProgress &progress,
                                                const std::stop_token &stop) = 0;
};

} // namespace simiao::sdk

#define SimiaoRowSource_iid "org.simiao.RowSource/1"
Q_DECLARE_INTERFACE(simiao::sdk::RowSource, SimiaoRowSource_iid)
#define SimiaoRowTarget_iid "org.simiao.RowTarget/1"
Q_DECLARE_INTERFACE(simiao::sdk::RowTarget, SimiaoRowTarget_iid)
