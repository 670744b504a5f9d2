#pragma once

#include "workflow/ports/change_feed.h"
#include "workflow/ports/store_link.h"

namespace simiao::workflow {

/// That of the store whose feed this is, which has it as its child; null where the store is on this computer.
inline StoreLink *storeLinkOf(const ChangeFeed &feed)
{
    return feed.findChild<StoreLink *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace simiao::workflow
