#pragma once

#include <QString>

#include <memory>

namespace simiao::bench {

/// The rows of signed visits written again by bare sqlite3: same tables, same indexes, same values, one transaction and
/// one flush a visit. What is left between this and the product is what the product adds.
class BareVisits
{
public:
    /// Copies the closed database, takes what the last `visits` signatures stored out of the copy and remembers it.
    BareVisits(const QString &signedDatabase, const QString &copy, int visits);
    ~BareVisits();

    void write(int visit);
    /// Moves the log into the database, as the product does when nobody saves; not to be measured.
    void rest();
    /// Rows that each visit writes.
    std::size_t rowsOf(int visit) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace simiao::bench
