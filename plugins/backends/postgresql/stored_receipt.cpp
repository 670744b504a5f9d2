#include "stored_receipt.h"

#include "core/try.h"
#include "storage/receipt_text.h"

namespace simiao::postgresql {

using workflow::Receipt;

Result<QByteArray> valueOf(storage::Connection &connection,
                           const QString &statement,
                           const workflow::Parameters &parameters)
{
    TRY(const auto rows, connection.run(statement, parameters));
    TRY(const bool isThere, rows->next());
    return isThere ? rows->bytes(0) : QByteArray();
}

Result<Receipt> parsedReceipt(const QByteArray &text)
{
    if (text.isEmpty())
        return Error{ErrorKind::Conflict, QStringLiteral("store.given-up")};
    return storage::receiptFromText(text);
}

} // namespace simiao::postgresql
