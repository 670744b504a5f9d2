#pragma once

#include "core/result.h"
#include "workflow/ports/unit_of_work.h"

#include <QByteArrayView>

namespace simiao::storage {

/// A receipt from the JSON in which it is kept (receiptToJson(), or what a server's commit() makes).
/// \returns what Json::parse() and receiptFromJson() say of the same text; where each desk hears of what all desks save, it is most of what
///          that costs, and read in place here takes a tenth
Result<workflow::Receipt> receiptFromText(QByteArrayView text);

} // namespace simiao::storage
