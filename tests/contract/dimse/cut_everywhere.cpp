#include "cut_everywhere.h"

namespace simiao::test {

std::vector<Error> cutEverywhere(quint16 server,
                                 Direction direction,
                                 NetworkFault::Kind kind,
                                 const Talk &talk)
{
    std::vector<Error> errors;
    for (int k = 0; k < kMostPdus; ++k) {
        const CuttingProxy network(server, {kind, direction, k, 0});
        const auto error = talk(network.port());
        if (!error)
            break;
        errors.push_back(*error);
    }
    return errors;
}

} // namespace simiao::test
