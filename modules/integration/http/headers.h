#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace simiao::http {

struct Header
{
    QByteArray name; ///< as it was written; compared without case
    QByteArray value;

    bool operator==(const Header &) const = default;
};

using Headers = std::vector<Header>;

/// The value of the first header of that name, without blanks around it; empty when there is none.
QByteArray valueOf(const Headers &headers, QByteArrayView name);

/// One line of an answer's head, "Name: value". Nothing for lines that are none.
bool appendLine(Headers &headers, QByteArrayView line);

/// A name and a value that can stand in a request: no control characters, so that no text can add a header or a request.
bool isSendable(const Header &header);

} // namespace simiao::http
