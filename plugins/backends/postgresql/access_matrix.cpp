#include "access_matrix.h"

#include "core/disk.h"
#include "core/json.h"
#include "core/try.h"
#include "staff_roles.h"

#include <algorithm>
#include <map>
#include <set>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

/// Act and role.
using Cell = std::pair<QString, QString>;

/// Who may do what by the files of this program.
Result<std::map<Cell, bool>> published(const QString &rulesFolder)
{
    TRY(const auto policy, policyIn(rulesFolder));
    TRY(const auto bytes, systemDisk()->read(rulesFolder + u"/server_acts.json"_s));
    TRY(const auto acts, Json::parse(bytes));
    std::map<Cell, bool> cells;
    for (const auto &role : policy->roles()) {
        for (const auto &act : acts[u"acts"_s].array()) {
            const QString permission = act[u"permission"_s].toString();
            cells[{act[u"act"_s].toString(), role.code}] =
                permission.isEmpty() || policy->isGranted({role.code}, permission);
        }
        for (const auto &table : acts[u"reads"_s].array()) {
            const auto &permissions = table[u"permissions"_s].array();
            cells[{u"read "_s + table[u"table"_s].toString(), role.code}] =
                std::ranges::any_of(permissions, [&](const Json &permission) {
                    return policy->isGranted({role.code}, permission.toString());
                });
        }
    }
    return cells;
}

Result<std::map<Cell, bool>> measured(storage::Connection &connection)
{
    TRY(const auto rows, connection.run(u"keeper/measure_access"_s, {}));
    TRY_VOID(rows->next());
    TRY(const auto json, Json::parse(rows->bytes(0)));
    std::map<Cell, bool> cells;
    for (const auto &tried : json.array())
        cells[{tried[u"act"_s].toString(), tried[u"role"_s].toString()}] = tried[u"granted"_s].toBool();
    return cells;
}

} // namespace

Result<sdk::AccessMatrix> measureAccess(const OpenServer &server, const QString &rulesFolder)
{
    TRY(const auto expected, published(rulesFolder));
    TRY(const auto found, measured(*server.connection));
    std::set<QString> acts;
    std::set<QString> roles;
    std::set<Cell> cells;
    for (const auto *map : {&expected, &found}) {
        for (const auto &[cell, isGranted] : *map) {
            acts.insert(cell.first);
            roles.insert(cell.second);
            cells.insert(cell);
        }
    }
    const auto in = [](const std::map<Cell, bool> &map, const Cell &cell) {
        const auto at = map.find(cell);
        return at != map.end() && at->second;
    };
    sdk::AccessMatrix matrix{
        QStringList(roles.begin(), roles.end()), QStringList(acts.begin(), acts.end()), {}, {}};
    for (const auto &act : acts) {
        auto &line = matrix.isGranted.emplace_back();
        for (const auto &role : roles)
            line.push_back(in(found, {act, role}));
    }
    for (const auto &cell : cells) {
        if (in(found, cell) != in(expected, cell))
            matrix.differences.append(cell.first + u' ' + cell.second);
    }
    return matrix;
}

} // namespace simiao::postgresql
