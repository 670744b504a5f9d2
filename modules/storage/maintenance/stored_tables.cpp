#include "storage/maintenance/stored_tables.h"

#include "storage/entity_types.h"

namespace simiao::storage {

using namespace Qt::StringLiterals;

namespace {

FieldInfo fieldOf(QLatin1StringView name, StorageKind kind)
{
    return {name, {}, kind, false, Privacy::Open};
}

const TypeInfo &numberSequence()
{
    static const TypeInfo info{
        "NumberSequence"_L1,
        "number_sequence"_L1,
        {fieldOf("name"_L1, StorageKind::Text), fieldOf("last"_L1, StorageKind::Integer)},
        true};
    return info;
}

const TypeInfo &command()
{
    static const TypeInfo info{"Command"_L1,
                               "command"_L1,
                               {fieldOf("id"_L1, StorageKind::Id),
                                fieldOf("receipt"_L1, StorageKind::Document),
                                fieldOf("recorded_at"_L1, StorageKind::Instant)},
                               true};
    return info;
}

} // namespace

std::vector<StoredTable> entityTables()
{
    std::vector<StoredTable> tables;
    for (const auto *type : entityTypes())
        tables.push_back({type, u"all/"_s + QString(type->table), u"insert/"_s + QString(type->table)});
    return tables;
}

std::vector<StoredTable> bookkeepingTables()
{
    return {{&numberSequence(), u"store/all_numbers"_s, u"store/restore_number"_s},
            {&command(), u"store/all_commands"_s, u"store/record_command"_s}};
}

} // namespace simiao::storage
