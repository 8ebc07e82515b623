package io.quayside.web.pages;

import io.quayside.web.Routing;

/** Pages that belong together. */
interface Part {
    void addTo(Routing<Place> routing);
}
