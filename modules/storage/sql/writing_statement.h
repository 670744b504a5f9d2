#pragma once

#include "core/result.h"
#include "domain/base/row.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <span>

namespace simiao::storage {

/// Turns a driver's error into ours: which code, which constraint.
using ErrorMapper = std::function<Error(const QSqlError &)>;

/// One prepared INSERT, UPDATE or DELETE.
/// \thread  the SQL thread only
class WritingStatement
{
public:
    virtual ~WritingStatement() = default;

    /// Runs it once. \param values  of its parameters, in their order; they live until it returns
    /// \returns how many rows it wrote
    virtual Result<qint64> run(std::span<const Scalar *const> values) = 0;
};

/// Prepares `sql`, whose parameters, each once and in their order, are `parameters` (names without colon).
using PrepareWriting =
    std::function<Result<std::unique_ptr<WritingStatement>>(const QString &sql,
                                                            const QStringList &parameters)>;

/// The way of every driver of QtSql. A back-end whose library can be given UTF-8 as it is has a faster one of its own.
PrepareWriting writingWithQtSql(QSqlDatabase database, ErrorMapper mapError);

} // namespace simiao::storage
